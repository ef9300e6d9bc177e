/** The shape of English texts in any language: the same keys, and functions of the same parameters. */
export type Translated<T> = T extends string
  ? string
  : T extends (...args: infer Args) => infer Result
    ? (...args: Args) => Translated<Result>
    : { [Key in keyof T]: Translated<T[Key]> };
