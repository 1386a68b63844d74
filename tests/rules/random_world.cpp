#include "random_world.h"

#include "rules/testing/example_facts.h"
#include "rules/totals/totals.h"

namespace laoyou::rules {
namespace {

// The plan grows one entry at a time; what the checker refuses is left out.
class GrowingPlan {
 public:
  GrowingPlan(const Schema& schema, SeededRandom& random, Refused& refused) : schema_(schema), plan_(schema, random), refused_(refused) {}

  void add(const ParameterSource& parameter) {
    BookSource tried = plan_.source();
    tried.parameters.push_back(parameter);
    if (passes(tried, "")) plan_.accept(parameter);
  }
  void add(const RuleSource& rule) {
    BookSource tried = plan_.source();
    tried.rules.push_back(rule);
    if (passes(tried, rule.expression.text)) plan_.accept(rule);
  }
  RandomPlan& plan() { return plan_; }
  std::shared_ptr<const Book> book() const { return check(plan_.source(), schema_).value(); }

 private:
  bool passes(const BookSource& tried, const std::string& text) {
    const auto checked = check(tried, schema_);
    if (checked) return true;
    for (const Refusal& refusal : checked.error()) {
      ++refused_.count[refusal.code];
      std::string& example = refused_.example[refusal.code];
      if (example.empty() || text.size() < example.size()) example = text + " @" + refusal.place;
    }
    return false;
  }

  const Schema& schema_;
  RandomPlan plan_;
  Refused& refused_;
};

std::unique_ptr<Facts> make_facts(const Schema& schema, bool large, SeededRandom& random) {
  static constexpr std::size_t k_sizes[] = {0, 1, 5, 63, 64, 65, 100, 200, 300, 700, 2047, 2048, 2049, 4200}, k_large[] = {65'536, 65'537, 140'000};
  static constexpr std::uint64_t k_missing[] = {0, 0, 20, 100, 400, 1000};
  const std::size_t rows = large ? k_large[random.below(std::size(k_large))] : k_sizes[random.below(random.below(6) == 0 ? std::size(k_sizes) : 10)];
  const auto spread = static_cast<testing::Spread>(random.below(3));
  const std::uint64_t missing = k_missing[random.below(std::size(k_missing))];
  auto facts = std::make_unique<Facts>(testing::random_facts(schema, rows, missing, random, spread));
  if (random.below(3) == 0) change_facts(schema, *facts, random);
  return facts;
}

// A field by which all of these totals can be grouped, or nothing when they speak of several records.
std::string common_field(const Book& book, const std::vector<int>& rules, SeededRandom& random) {
  int record = -1;
  for (const Node* const node : totals_of(book, rules)) {
    const int own = std::get<Total>(node->what).record;
    if (record >= 0 && own != record) return "";
    record = own;
  }
  if (record < 0) return "";
  std::vector<std::string> fields;
  for (const Field& field : book.schema.records[static_cast<std::size_t>(record)].fields)
    if (field.type.kind == Kind::boolean || field.type.kind == Kind::code) fields.push_back(field.name);
  return fields.empty() ? "" : fields[random.below(fields.size())];
}

Period random_period(SeededRandom& random) {
  static const char* const k_periods[] = {"2024", "2024-01", "2024-Q3", "2025-H1", "2025-02", "2025", "2026-12", "2024-02-29"};
  return Period::parse(k_periods[random.below(std::size(k_periods))]).value();
}

Question random_question(const RandomWorld& world, SeededRandom& random) {
  Question question;
  question.period = random_period(random);
  for (const int total : world.totals)
    if (random.below(2) == 0) question.rules.push_back(total);
  if (random.below(4) == 0 && !world.totals.empty()) question.rules = {world.totals[random.below(world.totals.size())]};
  const std::uint64_t by = random.below(4);
  const std::string field = common_field(*world.book, question.rules, random);
  if (by == 0 && !field.empty()) question.grouping = {Grouping::By::field, {}, field};
  else if (by < 3) question.grouping = {Grouping::By::region_level, static_cast<RegionLevel>(random.below(6)), {}};
  return question;
}

}  // namespace

void change_facts(const Schema& schema, Facts& facts, SeededRandom& random) {
  for (std::size_t record = 0; record < schema.records.size(); ++record) {
    Table& table = facts.tables[record];
    const std::uint64_t changes = random.below(20);
    for (std::uint64_t change = 0; change < changes; ++change) {
      const std::int64_t id = 1000 + 5 * static_cast<std::int64_t>(random.below(table.rows() + 3));
      if (random.below(3) == 0) {
        table.remove(id);
        continue;
      }
      std::vector<Value> values;
      for (const Field& field : schema.records[record].fields)
        values.push_back(random.below(5) == 0 ? Value() : testing::random_value(schema, field.type, facts, random, table.rows() / 3 + 1, static_cast<testing::Spread>(random.below(3))));
      values[static_cast<std::size_t>(schema.records[record].id_field)] = id;
      table.put(values);
    }
  }
}

RandomWorld random_world(std::uint64_t seed, Refused& refused, bool large) {
  SeededRandom random(seed);
  const Schema schema = testing::example_schema();
  GrowingPlan growing(schema, random, refused);
  for (std::uint64_t i = 0; i < 2 + random.below(6); ++i) growing.add(growing.plan().parameter());
  for (std::uint64_t i = 0; i < (large ? 2 : 2 + random.below(10)); ++i) growing.add(growing.plan().row_rule());
  for (std::uint64_t i = 0; i < 1 + random.below(large ? 2 : 6); ++i) growing.add(growing.plan().total());
  RandomWorld world{growing.plan().source(), growing.book(), make_facts(schema, large, random), {}, {}, {}};
  for (std::size_t rule = 0; rule < world.book->rules.size(); ++rule) (world.book->rules[rule].record < 0 ? world.totals : world.row_rules).push_back(static_cast<int>(rule));
  for (int i = 0; i < 3; ++i) world.questions.push_back(random_question(world, random));
  return world;
}

std::string plan_text(const BookSource& source) {
  std::string text;
  for (const ParameterSource& parameter : source.parameters)
    for (const DatedValueSource& value : parameter.values) {
      text += parameter.key + " from " + value.from.text() + ":";
      for (const auto& [key, amount] : value.rows) text += " [" + key.text + "] " + amount.text + ";";
      text += "\n";
    }
  for (const RuleSource& rule : source.rules) text += rule.key + (rule.record.empty() ? "" : " (" + rule.record + ")") + ": " + rule.expression.text + "\n";
  return text;
}

}  // namespace laoyou::rules
