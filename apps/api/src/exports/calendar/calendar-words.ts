import type { DeadlineKind, Firmness } from '@policy-timeline/domain';

/** What a calendar says in its reader's language. */
interface Words {
  readonly name: string;
  readonly undated: (count: number) => string;
  readonly deadline: string;
  readonly kind: Readonly<Record<DeadlineKind, string>>;
  readonly firmness: Readonly<Record<Firmness, string>>;
  readonly was: (date: string, until: string) => string;
  /** Before what a day of parts of an act is the day of. */
  readonly concerns: string;
  readonly decidedBy: string;
  readonly source: string;
  readonly cancelled: string;
}

export const CALENDAR_WORDS: Readonly<Record<'en' | 'ja', Words>> = {
  en: {
    name: 'Policy deadlines',
    undated: (count) => `${count} more expectations have no date yet and are not shown.`,
    deadline: 'Deadline',
    kind: {
      START: 'start',
      END: 'end',
      EXPIRY: 'expiry',
      STEP_UP: 'step-up',
      REVIEW: 'review',
      ROUND: 'round of talks',
      ELECTION: 'election',
      MEETING: 'meeting',
      VISIT: 'visit',
      DECISION: 'decision',
      COMMENT_CLOSE: 'comments close',
      PUBLICATION: 'publication',
      OTHER: 'other',
    },
    firmness: { FIXED: 'fixed', CONDITIONAL: 'conditional', ESTIMATED: 'estimated', NO_DATE: 'no date' },
    was: (date, until) => `Was ${date} until ${until}.`,
    concerns: 'Concerns',
    decidedBy: 'Decided by',
    source: 'Source',
    cancelled: 'Dropped or replaced.',
  },
  ja: {
    name: '政策の期限',
    undated: (count) => `このほか${count}件は日付が未定のため表示していません。`,
    deadline: '期限',
    kind: {
      START: '開始',
      END: '終了',
      EXPIRY: '失効',
      STEP_UP: '引き上げ',
      REVIEW: '見直し',
      ROUND: '交渉会合',
      ELECTION: '選挙',
      MEETING: '会合',
      VISIT: '訪問',
      DECISION: '決定',
      COMMENT_CLOSE: '意見募集の締切',
      PUBLICATION: '公表',
      OTHER: 'その他',
    },
    firmness: { FIXED: '確定', CONDITIONAL: '条件付き', ESTIMATED: '見込み', NO_DATE: '日付未定' },
    was: (date, until) => `${until}までは${date}でした。`,
    concerns: '対象',
    decidedBy: '根拠',
    source: '出典',
    cancelled: '取り下げ、または置き換えられました。',
  },
};
