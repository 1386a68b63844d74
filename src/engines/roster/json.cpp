#include "engines/roster/json.h"

#include <algorithm>

#include "engines/dispatch/format/json_reader.h"
#include "engines/dispatch/format/plan_json.h"
#include "engines/roster/reasons.h"

namespace laoyou::roster {
namespace {

namespace json = boost::json;
using dispatch::gather_ids;
using dispatch::Ids;
using dispatch::JsonReader;
using dispatch::parse_json;
using dispatch::whole_number;
using dispatch::write_refusals;

constexpr Seconds k_day_s = 86'400;
constexpr std::string_view k_off_word = "off";
constexpr std::string_view k_free_word = "free";
constexpr int k_most = 1'000'000;

int small(JsonReader& reader, std::string_view name, int absent) { return static_cast<int>(reader.integer_within(name, absent, 0, k_most)); }

class ProblemReader {
 public:
  explicit ProblemReader(const json::value& root) : root_(root) {}

  CheckedResult<Problem> read() {
    JsonReader reader(root_, "", refusals_);
    reader.head("laoyou.dispatch.roster");
    kinds_ = gather_ids(root_, "kinds", refusals_);
    carers_ = gather_ids(root_, "carers", refusals_);
    days_or_off_ = kinds_;
    days_or_off_.emplace(k_off_word, k_off);
    pattern_ = days_or_off_;
    pattern_.emplace(k_free_word, k_free);
    problem_.days = static_cast<int>(reader.integer_within("days", 1, 1, 400));
    if (!reader.has("days")) reader.refuse_member("days", "missing");
    problem_.first_weekday = static_cast<int>(reader.integer_within("first_weekday", 1, 1, 7));
    problem_.least_rest_s = reader.integer("least_rest_s", 0);
    reader.each("kinds", [this](const auto& value, const auto& path) { read_kind(value, path); });
    reader.each("carers", [this](const auto& value, const auto& path) { read_carer(value, path); });
    reader.each("requests", [this](const auto& value, const auto& path) { read_request(value, path); });
    reader.each("covers", [this](const auto& value, const auto& path) { read_cover(value, path); });
    reader.each("fixed", [this](const auto& value, const auto& path) {
      JsonReader item(value, path, refusals_);
      problem_.fixed.push_back({item.required_id("carer", carers_), small(item, "day", 0), word(item, "kind", days_or_off_)});
      item.finish();
    });
    reader.finish();
    if (!refusals_.empty()) return std::move(refusals_);
    return std::move(problem_);
  }

 private:
  /// A kind, or "off", or "free"; these are negative numbers, which JsonReader::id cannot tell from none.
  int word(JsonReader& reader, std::string_view name, const Ids& words) {
    const std::string text = reader.text(name);
    const auto found = words.find(text);
    if (found != words.end()) return found->second;
    if (!text.empty()) reader.refuse_member(name, "unknown_id", {text});
    return k_off;
  }

  void read_kind(const json::value& value, const std::string& path) {
    JsonReader reader(value, path, refusals_);
    Kind kind;
    kind.id = reader.text("id");
    if (kind.id == k_off_word || kind.id == k_free_word) refusals_.push_back({"dispatch.duty.reserved_id", path + "/id", {kind.id}});
    Seconds parts_s = 0;
    reader.each("parts", [&](const json::value& item, const std::string& item_path) {
      JsonReader part(item, item_path, refusals_);
      kind.parts.push_back({part.integer("begins_s"), part.integer("ends_s")});
      parts_s += kind.parts.back().ends_s - kind.parts.back().begins_s;
      part.finish();
    });
    if (kind.parts.empty() && !reader.has("length_s")) reader.refuse_member("parts", "missing");
    kind.length_s = reader.integer("length_s", parts_s);
    kind.not_before = reader.id_list("not_before", kinds_);
    problem_.kinds.push_back(std::move(kind));
    reader.finish();
  }

  void read_carer(const json::value& value, const std::string& path) {
    JsonReader reader(value, path, refusals_);
    Carer carer;
    carer.id = reader.text("id");
    carer.most_of_kind.assign(problem_.kinds.size(), reader.has("kinds") ? 0 : k_unlimited);
    for (int kind : reader.id_list("kinds", kinds_)) carer.most_of_kind[static_cast<std::size_t>(kind)] = k_unlimited;
    reader.each("most_of_kind", [&](const json::value& item, const std::string& item_path) {
      JsonReader most(item, item_path, refusals_);
      const int kind = most.required_id("kind", kinds_);
      const int limit = small(most, "most", 0);
      if (!carer.most_of_kind.empty()) carer.most_of_kind[static_cast<std::size_t>(kind)] = std::min(carer.most_of_kind[static_cast<std::size_t>(kind)], limit);
      most.finish();
    });
    carer.most_s = reader.optional_integer("most_s");
    carer.least_s = reader.optional_integer("least_s");
    carer.most_week_s = reader.optional_integer("most_week_s");
    carer.least_week_s = reader.optional_integer("least_week_s");
    carer.most_in_a_row = small(reader, "most_in_a_row", k_most);
    carer.least_in_a_row = small(reader, "least_in_a_row", 1);
    carer.least_off_in_a_row = small(reader, "least_off_in_a_row", 1);
    carer.most_weekends = small(reader, "most_weekends", k_most);
    reader.each("days_off", [&](const json::value& item, const std::string& item_path) {
      if (const auto day = whole_number(item, item_path, refusals_)) carer.days_off.push_back(static_cast<int>(std::clamp<std::int64_t>(*day, -1, k_most)));
    });
    std::sort(carer.days_off.begin(), carer.days_off.end());
    carer.before = reader.id_list("before", days_or_off_);
    carer.pattern = reader.id_list("pattern", pattern_);
    carer.pattern_start = small(reader, "pattern_start", 0);
    problem_.carers.push_back(std::move(carer));
    reader.finish();
  }

  void read_request(const json::value& value, const std::string& path) {
    JsonReader reader(value, path, refusals_);
    problem_.requests.push_back({reader.required_id("carer", carers_), small(reader, "day", 0), reader.required_id("kind", kinds_), reader.boolean("wanted", true), reader.integer("price", 1)});
    if (!reader.has("day")) reader.refuse_member("day", "missing");
    reader.finish();
  }

  /// Of one day, or of every Monday, Tuesday … of the plan.
  void read_cover(const json::value& value, const std::string& path) {
    JsonReader reader(value, path, refusals_);
    Cover cover{small(reader, "day", 0), reader.required_id("kind", kinds_), small(reader, "wanted", 0), reader.integer("under_price", 1), reader.integer("over_price", 0), covers_read_++};
    const int weekday_wanted = static_cast<int>(reader.integer_within("weekday", 1, 1, 7)) - 1;
    const bool weekly = reader.has("weekday");
    if (weekly == reader.has("day")) reader.refuse_member("day", "missing");
    reader.finish();
    if (!weekly) return problem_.covers.push_back(cover);
    for (cover.day = 0; cover.day < problem_.days; ++cover.day)
      if (weekday(problem_, cover.day) == weekday_wanted) problem_.covers.push_back(cover);
  }

  const json::value& root_;
  Problem problem_;
  Refusals refusals_;
  Ids kinds_, carers_, days_or_off_, pattern_;
  int covers_read_ = 0;
};

std::string name_of(const Problem& problem, int kind) { return kind == k_off ? std::string(k_off_word) : problem.kinds[static_cast<std::size_t>(kind)].id; }

json::array write_carers(const Problem& problem, const Plan& plan) {
  json::array carers;
  for (std::size_t c = 0; c < plan.days.size(); ++c) {
    json::array days;
    Seconds time_s = 0;
    for (int kind : plan.days[c]) {
      days.push_back(json::value(name_of(problem, kind)));
      if (kind != k_off) time_s += problem.kinds[static_cast<std::size_t>(kind)].length_s;
    }
    carers.push_back(json::object{{"carer", problem.carers[c].id}, {"time_s", time_s}, {"days", std::move(days)}});
  }
  return carers;
}

/// One carer who does not have a duty that is short of carers: the rule in the way, or what it would cost.
json::object write_against(const Problem& problem, const Against& against) {
  json::object one{{"carer", problem.carers[static_cast<std::size_t>(against.carer)].id}};
  if (!against.broken) {
    one["price"] = against.price;
    return one;
  }
  Refusals broken{refusal_of(problem, *against.broken)};
  one["broken"] = write_refusals(broken).front();
  one["never"] = against.never;
  return one;
}

json::array write_uneven(const Problem& problem, const Plan& plan) {
  std::vector<json::array> against(problem.covers.size());
  for (const Missing& missing : find_missing(problem, plan))
    for (const Against& one : missing.against) against[missing.cover].push_back(write_against(problem, one));
  json::array uneven;
  for (std::size_t i = 0; i < problem.covers.size(); ++i) {
    const Cover& cover = problem.covers[i];
    const auto given = std::count_if(plan.days.begin(), plan.days.end(), [&](const auto& row) { return row[static_cast<std::size_t>(cover.day)] == cover.kind; });
    if (given == cover.wanted) continue;
    json::object one{{"day", cover.day}, {"kind", name_of(problem, cover.kind)}, {"wanted", cover.wanted}, {"given", given}};
    if (given < cover.wanted) one["against"] = std::move(against[i]);
    uneven.push_back(std::move(one));
  }
  return uneven;
}

json::array write_shifts(const Problem& problem, const Plan& plan) {
  json::array shifts;
  for (std::size_t c = 0; c < plan.days.size(); ++c)
    for (std::size_t day = 0; day < plan.days[c].size(); ++day) {
      if (plan.days[c][day] == k_off) continue;
      const Seconds midnight_s = k_day_s * static_cast<Seconds>(day);
      for (const Part& part : problem.kinds[static_cast<std::size_t>(plan.days[c][day])].parts)
        shifts.push_back(json::object{{"carer", problem.carers[c].id}, {"begins_s", midnight_s + part.begins_s}, {"ends_s", midnight_s + part.ends_s}});
    }
  return shifts;
}

}  // namespace

CheckedResult<Problem> read_problem(std::string_view text) {
  const auto value = parse_json(text);
  if (!value) return value.error();
  return ProblemReader(*value).read();
}

CheckedResult<Plan> read_plan(const Problem& problem, std::string_view text) {
  const auto value = parse_json(text);
  if (!value) return value.error();
  Refusals refusals;
  Ids kinds{{std::string(k_off_word), k_off}}, carers;
  for (std::size_t i = 0; i < problem.kinds.size(); ++i) kinds.emplace(problem.kinds[i].id, static_cast<int>(i));
  for (std::size_t i = 0; i < problem.carers.size(); ++i) carers.emplace(problem.carers[i].id, static_cast<int>(i));
  Plan plan;
  plan.days.resize(problem.carers.size());
  JsonReader reader(*value, "", refusals);
  reader.head("laoyou.dispatch.roster_plan");
  reader.each("carers", [&](const json::value& item, const std::string& path) {
    JsonReader row(item, path, refusals);
    auto& days = plan.days.empty() ? plan.days.emplace_back() : plan.days[static_cast<std::size_t>(row.required_id("carer", carers))];
    if (!days.empty()) row.refuse_member("carer", "repeated_id", {row.text("carer")});
    days = row.id_list("days", kinds);
    if (days.size() != static_cast<std::size_t>(problem.days)) row.refuse_member("days", "out_of_range", {std::to_string(days.size()), std::to_string(problem.days), std::to_string(problem.days)});
  });
  for (std::size_t c = 0; c < problem.carers.size(); ++c)
    if (plan.days[c].empty()) refusals.push_back({"dispatch.duty.carer_missing", "/carers", {problem.carers[c].id}});
  if (!refusals.empty()) return refusals;
  return plan;
}

json::object write_answer(const Problem& problem, const Plan& plan, const Judgement& judgement) {
  Refusals broken;
  for (const Broken& one : judgement.broken) broken.push_back(refusal_of(problem, one));
  json::object root{{"format", "laoyou.dispatch.roster_plan"}, {"version", 1}, {"valid", judgement.valid()}, {"cost", judgement.cost()}};
  root["terms"] = json::object{{"under", judgement.under}, {"over", judgement.over}, {"requests", judgement.requests}};
  root["broken"] = write_refusals(broken);
  root["carers"] = write_carers(problem, plan);
  root["uneven"] = write_uneven(problem, plan);
  root["shifts"] = write_shifts(problem, plan);
  return root;
}

}  // namespace laoyou::roster
