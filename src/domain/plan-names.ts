import type { Bilingual } from './indicator.ts'
import type { GoalKind, Initiative, Note, PlanKind, PlanStatus, Relation } from './plan.ts'
import type { RuleKind } from './target.ts'

/** What the kinds and states of plans, and of what they hold, are called. */
export const PLAN_KIND_NAMES: Record<PlanKind, Bilingual> = {
  annual_plan: { da: 'Beskæftigelsesplan', en: 'Employment plan' },
  strategy: { da: 'Strategi', en: 'Strategy' }
}

export const PLAN_STATUS_NAMES: Record<PlanStatus, Bilingual> = {
  draft: { da: 'Kladde', en: 'Draft' },
  adopted: { da: 'Vedtaget', en: 'Adopted' },
  closed: { da: 'Afsluttet', en: 'Closed' },
  withdrawn: { da: 'Trukket tilbage', en: 'Withdrawn' }
}

export const GOAL_KIND_NAMES: Record<GoalKind, Bilingual> = {
  ambition: { da: 'Ambition', en: 'Ambition' },
  ministerial: { da: 'Ministermål', en: 'National goal' },
  local: { da: 'Lokalt mål', en: 'Local goal' },
  focus_area: { da: 'Fokusområde', en: 'Focus area' },
  guideline: { da: 'Pejlemærke', en: 'Guideline' },
  pillar: { da: 'Ben', en: 'Pillar' },
  strategy: { da: 'Strategi', en: 'Strategy' },
  statutory: { da: 'Lovkrav', en: 'Statutory' }
}

export const RULE_NAMES: Record<RuleKind, Bilingual> = {
  threshold: { da: 'Grænseværdi', en: 'Threshold' },
  change: { da: 'Ændring', en: 'Change' },
  benchmark_level: { da: 'Niveau i forhold til et sammenligningstal', en: 'Level against a benchmark' },
  benchmark_trend: { da: 'Udvikling i forhold til et sammenligningstal', en: 'Trend against a benchmark' },
  gap_reduction: { da: 'Mindre gab', en: 'Smaller gap' },
  direction: { da: 'Retning', en: 'Direction' },
  milestone: { da: 'Leverancer', en: 'Deliverables' },
  assessment: { da: 'Vurdering', en: 'Assessment' },
  monitor: { da: 'Følges', en: 'Monitored' },
  all_of: { da: 'Alle dele', en: 'Every part' },
  any_of: { da: 'Mindst én del', en: 'At least one part' }
}

export const INITIATIVE_STATUS_NAMES: Record<NonNullable<Initiative['status']>, Bilingual> = {
  planned: { da: 'Planlagt', en: 'Planned' },
  ongoing: { da: 'I gang', en: 'Ongoing' },
  done: { da: 'Gennemført', en: 'Done' },
  dropped: { da: 'Opgivet', en: 'Dropped' }
}

/** How a plan stands to another thing, before its name; what reports into a plan is followed up with it. */
export const RELATION_NAMES: Record<Relation['kind'], Bilingual> = {
  reports_into: { da: 'Følges op sammen med planen', en: 'Reports into this plan' },
  umbrella_of: { da: 'Er ramme om', en: 'Is the frame of' },
  continues: { da: 'Fortsætter', en: 'Continues' },
  draws_on: { da: 'Bygger på', en: 'Draws on' },
  supplements: { da: 'Supplerer', en: 'Supplements' }
}

/** What the notes of a kind are called together. */
export const NOTE_NAMES: Record<Note['kind'], Bilingual> = {
  discrepancy: { da: 'Uklarheder i planen, og hvordan de er læst', en: 'What is unclear in the plan, and how it was read' },
  context: { da: 'Baggrund', en: 'Context' }
}
