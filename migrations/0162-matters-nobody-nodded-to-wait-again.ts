import { sql, type Kysely } from 'kysely'

/** Before the nod counted, a matter was promised as soon as a promise was noted. */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`update "concerns"
    set "state" = case when "timesReopened" > 0 then 'reopened' else 'recorded' end,
      "settledAt" = null, "settledOn" = null, "settledById" = null
    where "state" = 'promised' and not exists (
      select 1 from "commitments"
      where "commitments"."placeId" = "concerns"."placeId"
        and "commitments"."concernId" = "concerns"."id"
        and "commitments"."state" in ('open', 'done', 'rated', 'settled')
    )`.execute(db)
}

/** What was counted as promised without a nod is not known any more, and need not be. */
export async function down(): Promise<void> {}
