/**
 * Runs the real Playwright Test on real projects that use the packed kit, and no browser.
 * @module
 */
export * from './playwright.ts'
export * from './results.ts'
