if (!process.env.TEST_POSTGRES_URL) {
  throw new Error('TEST_POSTGRES_URL is not set. `npm test` starts PostgreSQL and sets it.')
}
