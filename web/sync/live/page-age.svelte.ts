/** Whether the server speaks a newer protocol than this page: it was opened before an update. */
export const pageAge = $state({ isOld: false })
