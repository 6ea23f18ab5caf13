import type { Bilingual } from './indicator.ts'
import type { GoalKind, PlanKind, PlanStatus } from './plan.ts'
import type { RuleKind } from './target.ts'

/** What the kinds and states of plans, goals and rules are called. */
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
  benchmark_level: { da: 'Niveau i forhold til andre', en: 'Level against others' },
  benchmark_trend: { da: 'Udvikling i forhold til andre', en: 'Trend against others' },
  gap_reduction: { da: 'Mindre gab', en: 'Smaller gap' },
  direction: { da: 'Retning', en: 'Direction' },
  milestone: { da: 'Leverancer', en: 'Deliverables' },
  assessment: { da: 'Vurdering', en: 'Assessment' },
  monitor: { da: 'Følges', en: 'Followed' },
  all_of: { da: 'Alle dele', en: 'All parts' },
  any_of: { da: 'Én af delene', en: 'One of the parts' }
}
