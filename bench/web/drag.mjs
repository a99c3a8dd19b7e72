/** Measures what scripts cost per frame: called in every page before its own scripts. */
export function countScripts() {
  const spent = { frame: 0 };
  const own = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (run) =>
    own((now) => {
      const start = performance.now();
      run(now);
      spent.frame += performance.now() - start;
    });
  const ownTimeout = window.setTimeout.bind(window);
  window.setTimeout = (run, ms, ...rest) =>
    ownTimeout(() => {
      const start = performance.now();
      run(...rest);
      spent.frame += performance.now() - start;
    }, ms);
  Object.assign(window, { spent, ownFrame: own, longTasks: [] });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.longTasks.push(entry.duration);
  }).observe({ type: 'longtask' });
}

/** Drags the thumb of the product back and forth over its rail; gives milliseconds of script and of the whole frame, each time. */
export async function dragFrames(frames) {
  const thumb = document.querySelector('[data-testid="rail-thumb"]');
  const track = document.querySelector('.rail-track');
  const box = track.getBoundingClientRect();
  const at = thumb.getBoundingClientRect();
  const y = at.top + at.height / 2;
  track.setPointerCapture = () => undefined;
  const fire = (type, x) =>
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
  fire('pointerdown', at.left + at.width / 2);
  await new Promise((wait) => window.ownFrame(wait));
  const script = [];
  const interval = [];
  window.longTasks.length = 0;
  let before = performance.now();
  for (let i = 0; i < frames; i++) {
    window.spent.frame = 0;
    const start = performance.now();
    fire(
      'pointermove',
      box.left + 10 + ((box.width - 20) * (i < frames / 2 ? i : frames - i)) / (frames / 2),
    );
    const handled = performance.now() - start;
    // Asked after the product asked for its own frame, so it runs after it.
    await new Promise((wait) => window.ownFrame(wait));
    script.push(handled + window.spent.frame);
    interval.push(performance.now() - before);
    before = performance.now();
  }
  const long = [...window.longTasks];
  const shown = document.querySelector('[data-testid="date-value"]').textContent;
  return { script, interval, long, shown };
}

/** One step per frame of a peer; gives milliseconds of script, what it does at once and what it leaves to the frame. */
export async function stepFrames(steps) {
  const frame = () => new Promise((wait) => window.ownFrame(wait));
  const script = [];
  for (let i = 0; i < steps; i++) {
    window.spent.frame = 0;
    const start = performance.now();
    window.step(16_600 + i * 7);
    const handled = performance.now() - start;
    await frame();
    await frame();
    script.push(handled + window.spent.frame);
  }
  return script;
}

/** One step per frame of the product, by its own thumb: the same days as the peers. */
export async function keyFrames(steps) {
  const thumb = document.querySelector('[data-testid="rail-thumb"]');
  const frame = () => new Promise((wait) => window.ownFrame(wait));
  thumb.focus();
  const script = [];
  for (let i = 0; i < steps; i++) {
    window.spent.frame = 0;
    const start = performance.now();
    thumb.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', shiftKey: true, bubbles: true }));
    const handled = performance.now() - start;
    await frame();
    await frame();
    script.push(handled + window.spent.frame);
  }
  return script;
}

export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
