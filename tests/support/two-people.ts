import type { LoopbackOptions } from '../../packages/preview/src/loopback/loopback.ts'

const guild = '1000000000000000001'

/** Ada and Ben in a guild with two channels. */
export const twoPeople: LoopbackOptions = {
  users: [
    { id: '11', name: 'Ada' },
    { id: '12', name: 'Ben' },
  ],
  channels: [
    { id: '21', name: 'general', guild },
    { id: '22', name: 'research', guild },
  ],
}
