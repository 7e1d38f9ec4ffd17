import type { ExclusivePeriod } from '../../contract/shapes/index.ts'
import type { Period } from '../rules/cases/exclusive-period.ts'
import { type TimeStyle, written } from './timestamp.ts'

/** An exclusive period. By how much a payment or a promise would extend it is not documented: none does here. */
export const exclusivePeriodView = (period: Period, style: TimeStyle): ExclusivePeriod => ({
  engagementStartDate: written(period.from, style),
  currentEndDate: written(period.to, style),
  daysRemaining: period.daysRemaining,
  status: period.status,
  extensions: [],
})
