/** Version of this package, as Debitura sees it in `User-Agent`. */
export const VERSION = '0.1.0'
