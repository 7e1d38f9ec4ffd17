/**
 * Runs real test runners on real projects that use the packed kit, and looks at what is left: exit code, results, output,
 * files, processes, and what the sandbox still holds.
 * @module
 */
import { vi } from 'vitest'

// A runner's process for each test takes a second where nothing else runs, and many where much does.
vi.setConfig({ testTimeout: 150_000, hookTimeout: 150_000 })

export * from './ends-clean.ts'
export * from './inline-project.ts'
export * from './meeting.ts'
export * from './observed-sandbox.ts'
export * from './processes.ts'
export * from './results.ts'
export * from './runner-process.ts'
export * from './terminal.ts'
export * from './vitest-process.ts'
export * from './world-contents.ts'
