'use client';
import { LanguageSwitch } from '@/features/language-switch/language-switch';
import { Brand, MainNav } from '@/ui/app-bar';

/** The bar of the pages beside the scrubber. */
export function PageHeader({
  current,
  path,
}: {
  readonly current: 'append' | 'about';
  readonly path: string;
}) {
  return (
    <header className="bar plain">
      <Brand />
      <MainNav current={current} />
      <span />
      <div className="bar-end">
        <LanguageSwitch address={(locale) => `${path}?lang=${locale}`} />
      </div>
    </header>
  );
}
