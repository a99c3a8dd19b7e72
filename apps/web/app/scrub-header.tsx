'use client';
import { CommandPalette } from '@/features/command-palette/command-palette';
import { KeyHelp } from '@/features/key-help/key-help';
import { LanguageSwitch } from '@/features/language-switch/language-switch';
import { SearchBox } from '@/features/search-box/search-box';
import { TakeAway } from '@/features/take-away/take-away';
import { useLanguage } from '@/language/language-provider';
import { useScrub } from '@/timeline/scrub-context';
import { Brand, MainNav, PlacesButton } from '@/ui/app-bar';
import { IconButton } from '@/ui/icon-button';

/** Brand, places, filter, language and the link of this view. */
export function ScrubHeader() {
  const { t } = useLanguage();
  const { address, tell } = useScrub();
  const copy = (): void => {
    navigator.clipboard?.writeText(window.location.href).then(
      () => tell(t('nav.copied')),
      () => tell(window.location.href),
    );
  };
  return (
    <header className="bar">
      <Brand />
      <MainNav current="timeline" folds />
      <SearchBox />
      <div className="bar-end">
        <LanguageSwitch address={address} />
        <IconButton icon="link" label={t('nav.copy')} look=" not-phone" onClick={copy} />
        <TakeAway />
        <KeyHelp />
        <CommandPalette />
        <PlacesButton />
      </div>
    </header>
  );
}
