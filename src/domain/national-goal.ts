/** One of the minister's employment goals (ministermål) of a year. `id` is year-number: `2023-5`. */
export type NationalGoal = { id: string, year: number, number: number, title: string }
