/** Values of query parameters, by their published names. An array is sent as a repeated parameter. */
export type Query = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>
