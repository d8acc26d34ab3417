import { defaultSettings } from '../../src/domain/guild-settings.ts'

/** What a command is told of an asker in a place where nobody set anything. */
export const asAda = { asker: 'Ada', settings: defaultSettings, pageSize: null }
