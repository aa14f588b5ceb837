/** The graphics processor a browser offers. */
export interface GraphicsAdapter {
  /** Tells it from others as far as the browser does; changes with driver families, not with every driver. */
  name: string;
}

/** The adapter that WebGPU would use, or null where there is none. Works on the page and in workers. */
export async function findGraphicsAdapter(): Promise<GraphicsAdapter | null> {
  try {
    const adapter = await navigator.gpu.requestAdapter();
    if (!adapter) return null;
    const { vendor, architecture, device, description } = adapter.info;
    return { name: [vendor, architecture, device, description].filter((part) => part !== '').join(' ') };
  } catch {
    // Also where the browser has no WebGPU at all.
    return null;
  }
}
