/** The choice that a text of an address or of a list names; what is none of them is not asked, since the server would refuse it. */
export const oneOf = <Choice extends string>(choices: readonly Choice[], text: string): Choice | undefined =>
  choices.find((choice) => choice === text)
