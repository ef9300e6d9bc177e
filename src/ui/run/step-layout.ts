/** A step of a rollout, and beside it what belongs to it: the plan, or earlier runs. Its parts stay where they are from step to step. */
export const stepLayout = {
  display: 'grid',
  gap: 3,
  alignItems: 'start',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 340px' },
} as const;

/** As wide as a form may be. */
export const stepForm = { minWidth: 0, maxWidth: 760 } as const;

/** Above the tenants to choose from: what narrows them, and at its end how many are chosen. */
export const choiceToolbar = { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 } as const;

/** Close below it: what chooses some of them at once. Its words begin and end where the table does. */
export const choiceActions = { ...choiceToolbar, columnGap: 0.5, mx: -1.25, mt: -0.5, mb: 0.5 } as const;
