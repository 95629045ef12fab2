import type { Driver, LaunchOptions } from './driver'

export async function launchFirefox(_: LaunchOptions): Promise<Driver> {
  throw new Error('not there yet')
}
