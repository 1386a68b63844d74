// Residents of three cities on three PostgreSQL servers, seen as one partitioned table through postgres_fdw: totals are those of one server and
// of the row evaluator, and every server counts its own rows.
// rules_sql_partitions [ROWS]: ends with 1 when an answer differs or a server hands over rows instead of counts.
#include <algorithm>
#include <cstdlib>
#include <iostream>

#include "base/check.h"
#include "fact_tables.h"
#include "rules/rows/evaluate.h"
#include "rules/sql/answer.h"
#include "rules/testing/example_facts.h"
#include "rules/sql/to_sql.h"
#include "store/testing/postgres_server.h"

namespace laoyou::rules {
namespace {

using record::Cell;

constexpr const char* k_cities[] = {"4502", "4503", "6502"};
constexpr std::size_t k_servers = std::size(k_cities);

std::unique_ptr<store::Connection> connect_to(const std::string& url) { return store::connect(*store::DatabaseAddress::parse(url), store::ConnectionUse::writing); }

/// The directory of the server's socket, out of its address.
std::string socket_directory(const std::string& url) {
  const std::size_t from = url.find("host=") + 5;
  return url.substr(from, url.find('&', from) - from);
}

/// People of the three cities.
Facts residents(const Schema& schema, std::size_t rows) {
  SeededRandom random(7);
  Facts facts(schema);
  const int record = schema.find_record("resident");
  const RecordKind& kind = schema.records[static_cast<std::size_t>(record)];
  for (std::size_t row = 0; row < rows; ++row) {
    std::vector<Value> values;
    for (const Field& field : kind.fields)
      values.push_back(random.below(20) == 0 ? Value() : testing::random_value(schema, field.type, facts, random, rows, testing::Spread::usual));
    values[static_cast<std::size_t>(kind.id_field)] = static_cast<std::int64_t>(row) + 1;
    const std::int64_t county = static_cast<std::int64_t>(random.below(40));
    const std::int64_t city = std::atoll(k_cities[random.below(k_servers)]), street = static_cast<std::int64_t>(random.below(9));
    values[static_cast<std::size_t>(kind.region_field)] = (city * 100 + county) * 1'000'000 + street * 1'000;
    facts.tables[static_cast<std::size_t>(record)].append(values);
  }
  return facts;
}

/// What a plan asks of residents: bands, parameters, ages on a day, three-valued conditions.
BookSource plan() {
  const auto text = [](std::string words) {
    SourceText made;
    made.text = std::move(words);
    return made;
  };
  BookSource source;
  source.region = RegionCode::from_number(450'203'000'000);
  source.from = Date::parse("2024-01-01").value();
  DatedValueSource allowance;
  allowance.from = *source.from;
  allowance.rows = {{text("80..89"), text("50元")}, {text("90..99"), text("100元")}, {text("100.."), text("300元")}, {text("else"), text("0元")}};
  source.parameters.push_back({"allowance", "", "", "", {}, {allowance}, false});
  const auto rule = [&](std::string key, std::string record, std::string expression) {
    RuleSource made;
    made.key = std::move(key);
    made.record = std::move(record);
    made.expression = text(std::move(expression));
    source.rules.push_back(std::move(made));
  };
  rule("years", "resident", "years_between(born, period.end)");
  rule("high_age", "resident", "allowance[years]");
  rule("poor", "resident", "income < 1200元");
  rule("nursing", "resident", "case { care_grade = moderate and poor: 200元; care_grade in (severe, complete) and poor: 300元; else: 0元 }");
  rule("granted", "resident", "high_age + nursing");
  rule("aged", "", "count(resident where years >= 80)");
  rule("poor_count", "", "count(resident where poor and local)");
  rule("granted_sum", "", "sum(granted of resident)");
  rule("disabled_share", "", "share(care_grade in (moderate, severe, complete) of resident where years >= 60)");
  rule("income_mean", "", "avg(income of resident where local)");
  rule("oldest", "", "max(years of resident)");
  rule("granted_each", "", "granted_sum / aged");
  return source;
}

class Cluster {
 public:
  explicit Cluster(const Schema& schema, const Facts& facts) {
    const int record = schema.find_record("resident");
    const RecordKind& kind = schema.records[static_cast<std::size_t>(record)];
    const std::string columns = column_definitions(SqlDialect::postgresql, kind), rows = row_literals(SqlDialect::postgresql, schema, facts, record);
    single_ = connect_to(servers_[0].new_schema());
    single_->execute("create table resident (" + columns + "); insert into resident values " + rows + "; analyze resident");
    whole_ = connect_to(servers_[0].new_schema());
    whole_->execute("create extension postgres_fdw; create table resident (" + columns + ") partition by list (substr(region, 1, 4))");
    for (std::size_t i = 0; i < k_servers; ++i) add_partition(i, columns, rows);
    whole_->execute("set enable_partitionwise_aggregate = on; set enable_partitionwise_join = on");
  }

  store::Connection& single() { return *single_; }
  store::Connection& whole() { return *whole_; }

 private:
  void add_partition(std::size_t number, const std::string& columns, const std::string& rows) {
    const std::string name = "city" + std::to_string(number + 1), city = k_cities[number];
    // A row that crosses a network costs more than PostgreSQL's default says; without statistics of the foreign tables the planner guesses the
    // number of groups and may fetch rows instead.
    const auto city_server = connect_to(servers_[number].url(""));
    city_server->execute("create schema " + name + "; create table " + name + ".resident (" + columns + "); insert into " + name + ".resident select * from (values " + rows +
                         ") as every_row where substr(column2, 1, 4) = '" + city + "'; analyze " + name + ".resident");
    whole_->execute("create server " + name + " foreign data wrapper postgres_fdw options (host '" + socket_directory(servers_[number].url("")) +
                    "', dbname 'postgres', use_remote_estimate 'true', fdw_tuple_cost '0.1'); create user mapping for current_user server " + name + " options (user 'postgres'); "
                    "create foreign table resident_" + name + " partition of resident for values in ('" + city + "') server " + name + " options (schema_name '" + name +
                    "', table_name 'resident'); analyze resident_" + name);
  }

  store::PostgresServer servers_[k_servers];
  std::unique_ptr<store::Connection> single_, whole_;
};

Answer ask(store::Connection& connection, const Book& book, const Question& question, const std::string& sql) {
  SqlAnswer answer(book, question);
  connection.query(sql, {}, [&](std::span<const Cell> row) { answer.take(row); });
  return answer.finish();
}

std::vector<std::string> plan_of(store::Connection& connection, const std::string& sql) {
  std::vector<std::string> lines;
  connection.query("explain (verbose, costs off) " + sql, {}, [&](std::span<const Cell> row) { lines.push_back(std::get<std::string>(row[0])); });
  return lines;
}

std::size_t count_lines(const std::vector<std::string>& lines, std::string_view words) {
  return static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), [&](const std::string& line) { return line.find(words) != std::string::npos; }));
}

/// One kind of groups: equal answers, and counting done where the rows are.
bool agrees(Cluster& cluster, const Book& book, const Facts& facts, const Question& question, const std::string& title) {
  const std::string sql = totals_to_sql(book, question, {SqlDialect::postgresql, {}, RegionLevel::city}).value();
  const std::string plain = totals_to_sql(book, question, {SqlDialect::postgresql, {}, {}}).value();
  const Answer wanted = evaluate_by_rows(book, facts, question), single = ask(cluster.single(), book, question, plain), whole = ask(cluster.whole(), book, question, sql);
  const auto same = [&](const Answer& answer) { return answer.groups == wanted.groups && answer.outcomes == wanted.outcomes; };
  const std::vector<std::string> lines = plan_of(cluster.whole(), sql);
  const std::size_t scans = count_lines(lines, "Foreign Scan"), counted = count_lines(lines, "Relations: Aggregate on");
  std::cout << title << ": " << wanted.groups.size() << " groups; one server " << (same(single) ? "equal" : "DIFFERENT") << ", three servers "
            << (same(whole) ? "equal" : "DIFFERENT") << "; " << counted << " of " << scans << " foreign scans count where the rows are\n";
  for (const std::string& line : lines) std::cout << "  " << line << "\n";
  return same(single) && same(whole) && scans == k_servers && counted == k_servers;
}

int run(std::size_t rows) {
  const Schema schema = testing::example_schema();
  const Facts facts = residents(schema, rows);
  const auto book = check(plan(), schema);
  if (!book) {
    for (const Refusal& refusal : book.error()) std::cout << refusal.code << " " << refusal.place << "\n";
    return 1;
  }
  Cluster cluster(schema, facts);
  Question question;
  question.period = Period::parse("2025").value();
  for (std::size_t rule = 0; rule < (*book)->rules.size(); ++rule)
    if ((*book)->rules[rule].record < 0) question.rules.push_back(static_cast<int>(rule));
  question.grouping = {Grouping::By::region_level, RegionLevel::county, {}};
  bool good = agrees(cluster, **book, facts, question, "by county");
  Question poor = question;
  poor.rules = {(*book)->find_rule("poor_count")};
  good = agrees(cluster, **book, facts, poor, "one total by county") && good;
  question.grouping.level = RegionLevel::province;
  good = agrees(cluster, **book, facts, question, "by province") && good;
  question.grouping = {};
  good = agrees(cluster, **book, facts, question, "all together") && good;
  question.grouping = {Grouping::By::field, {}, "sex"};
  good = agrees(cluster, **book, facts, question, "by sex") && good;
  return good ? 0 : 1;
}

}  // namespace
}  // namespace laoyou::rules

int main(int count, char** words) { return laoyou::rules::run(count > 1 ? std::strtoull(words[1], nullptr, 10) : 3'000); }
