import { memoryLibrary } from '../../src/library/memory.ts'
import { libraryContract } from '../contracts/library.ts'

libraryContract('the memory library', async () => memoryLibrary())
