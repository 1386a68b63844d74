// node duckdb.mjs FILE.csv ROUNDS: the allowance rules as one SQL query in DuckDB, with one thread and with two. Prints "name milliseconds" lines;
// the income line differs from round to round, so that no answer can be kept.
import { DuckDBInstance } from '@duckdb/node-api'

const [file, rounds] = [process.argv[2], Number(process.argv[3] ?? 7)]
const wanted = '8692850 1987200 10680050 149926'

const query = (line) => `
  with due as (
    select county, age >= 80 as eligible,
      case when age >= 100 then 300 when age >= 90 then 100 when age >= 80 then 50 else 0 end as high_age,
      case when income < ${line} and grade >= 2 then case grade when 2 then 100 when 3 then 200 else 300 end else 0 end as nursing
    from people)
  select county, sum(high_age), sum(nursing), sum(high_age + nursing), count(*) filter (eligible) from due group by county order by county`

function median(times) {
  return [...times].sort((a, b) => a - b)[times.length >> 1]
}

for (const threads of [1, 2]) {
  const database = await DuckDBInstance.create(':memory:', { threads: String(threads) })
  const connection = await database.connect()
  const rows = async (sql) => (await connection.runAndReadAll(sql)).getRows()
  await connection.run(`create table people as select column0::utinyint as age, column1::utinyint as grade, column2::int as income,
    column3::usmallint as county from read_csv('${file}', header = false)`)
  const totals = [1, 2, 3, 4].map(() => 0)
  for (const row of await rows(query(1200))) totals.forEach((_, at) => (totals[at] += Number(row[at + 1])))
  if (totals.join(' ') !== wanted) throw new Error(`DuckDB finds ${totals.join(' ')}`)
  const times = []
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    await rows(query(1200 + (round % 4)))
    times.push(performance.now() - start)
  }
  console.log(`duckdb_${threads}_ms ${median(times).toFixed(3)}`)
  if (threads === 1) console.log(`duckdb_version ${(await rows('select version()'))[0][0]}`)
}
