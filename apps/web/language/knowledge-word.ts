import { formatDay } from '@policy-timeline/domain';
import type { Knowledge } from '@/timeline/knowledge';
import type { Translate } from './translate';

/** The knowledge a place is read with, in a word or two. */
export function knowledgeWord(knowledge: Knowledge, t: Translate): string {
  return knowledge.mode === 'fixed'
    ? t('mode.fixedDay', { day: formatDay(knowledge.day) })
    : t(`mode.${knowledge.mode}`);
}
