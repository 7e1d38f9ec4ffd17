/** Whether a host is this machine and no other. */
export const isLoopback = (host: string): boolean =>
  /^127(\.\d{1,3}){3}$/.test(host) || host === 'localhost' || host === '::1' || host === '[::1]'
