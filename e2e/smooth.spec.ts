import { expect, test } from '@playwright/test';
import { open } from './screen.ts';

test('a drag of 400 frames over the whole record: no long task, no request', async ({ page }) => {
  await open(page, '/?d=2018-01-10&r=2018-01..2027-12&lang=en');
  await expect(page.getByTestId('why-panel')).not.toHaveAttribute('data-slot', '');
  await expect(page.locator('.why-more')).toHaveAttribute('aria-busy', 'false');
  await page.waitForTimeout(800);
  const asked: string[] = [];
  const measured = await (async () => {
    page.on('request', (request) => asked.push(request.url()));
    return page.evaluate(async () => {
      const long: number[] = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) long.push(entry.duration);
      }).observe({ type: 'longtask' });
      const thumb = document.querySelector('[data-testid="rail-thumb"]') as HTMLElement;
      const track = document.querySelector('.rail-track') as HTMLElement;
      const box = track.getBoundingClientRect();
      const at = thumb.getBoundingClientRect();
      const y = at.top + at.height / 2;
      track.setPointerCapture = () => undefined;
      const fire = (type: string, x: number) =>
        (type === 'pointerdown' ? thumb : track).dispatchEvent(
          new PointerEvent(type, {
            bubbles: true,
            pointerId: 1,
            pointerType: 'mouse',
            clientX: x,
            clientY: y,
            button: 0,
            buttons: 1,
          }),
        );
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      fire('pointerdown', at.left + at.width / 2);
      for (let i = 0; i < 400; i++) {
        fire('pointermove', box.left + 10 + ((box.width - 20) * (i < 200 ? i : 400 - i)) / 200);
        await frame();
      }
      return long;
    });
  })();
  const whileDragging = asked.filter((url) => !url.includes('icon.svg'));
  await page.locator('.rail-track').dispatchEvent('pointerup', { pointerId: 1, button: 0 });
  expect(whileDragging).toEqual([]);
  expect(measured).toEqual([]);
});
