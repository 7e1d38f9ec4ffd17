import type { Timeline } from '../../contract/shapes/index.ts'
import type { CaseRecord, TimelineEntry } from '../store/case-record.ts'
import { engagementPhase } from './case-view.ts'
import { type TimeStyle, written } from './timestamp.ts'

/** All that happened to a case, oldest first. */
export function timelineView(record: CaseRecord, style: TimeStyle): Timeline {
  return {
    // A note may be about something that happened earlier.
    items: [creation(record), ...record.timeline]
      .sort(byDate)
      .map(({ date, type, title, description, actor }) => ({
        date: written(date, style),
        type,
        title,
        description,
        actor: { type: actor, name: null },
      })),
    currentEngagementPhase: engagementPhase(record),
  }
}

const byDate = (a: TimelineEntry, b: TimelineEntry) => (a.date < b.date ? -1 : Number(a.date > b.date))

function creation(record: CaseRecord): TimelineEntry {
  return {
    date: record.dateCreated,
    type: 'CaseCreated',
    title: 'Case created',
    description: 'The case was submitted.',
    actor: record.accountId === record.collectionPartnerId ? 'Partner user' : 'Creditor user',
  }
}
