export const targetSheetsKey = ['target-sheets'] as const
export const targetSheetKey = (id: string) => ['target-sheet', id] as const
export const measuresKey = ['measures'] as const
export const goalCardsKey = ['goal-cards'] as const
export const goalCardKey = (id: string) => ['goal-card', id] as const
export const goalFindingsKey = (id: string) => ['goal-findings', id] as const
export const motivationKey = (id: string) => ['goal-motivation', id] as const
export const goalsWaitingKey = ['goals-waiting'] as const
