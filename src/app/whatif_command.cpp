#include "app/whatif_command.h"

#include <algorithm>
#include <ostream>

#include "app/chosen_plan.h"
#include "app/engine_command.h"
#include "app/existing_store.h"
#include "app/rules_patches.h"
#include "record/json_write.h"
#include "whatif/compare.h"

namespace laoyou::app {
namespace {

constexpr std::string_view k_usage =
    "用法：laoyou whatif --plan DIR [--data DIR | --database URL] --set 参数=值 … [--rule 规则=表达式 …] [--total 合计 …] [--period 2025-06] [--region 代码] [--json]\n"
    "  改了标准或规则，各地要多花多少钱、覆盖多少人；--set 参数@2026-01-01=值 从那天起改，表写作 '{80..89: 50元, 90..: 100元}'\n";

/// Options that may stand several times, taken out of the words; what is left is read as everywhere.
struct Changes {
  RulesWords patches;
  std::vector<std::string> totals;
  std::vector<std::string_view> rest;
};

Result<Changes> changes_in(Words words) {
  Changes changes;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] != "--set" && words[i] != "--rule" && words[i] != "--total") {
      changes.rest.push_back(words[i]);
      continue;
    }
    if (i + 1 == words.size()) return refuse("option.missing_value", {std::string(words[i].substr(2))});
    const std::string text(words[i + 1]);
    const std::size_t equals = text.find('=');
    if (words[i] == "--total")
      changes.totals.push_back(text);
    else if (equals == std::string::npos || equals == 0)
      return refuse("option.unknown_value", {std::string(words[i].substr(2)), text, "key=value"});
    else if (words[i] == "--rule")
      changes.patches.rules.push_back(text);
    else
      changes.patches.sets.emplace_back(text.substr(0, equals), text.substr(equals + 1));
    ++i;
  }
  return changes;
}

whatif::Variant variant_of(const std::vector<rules::Patch>& patches) {
  whatif::Variant variant;
  for (const rules::Patch& patch : patches) {
    if (const auto* rule = std::get_if<rules::RulePatch>(&patch)) {
      variant.rules.push_back({rule->key, rule->expression});
      continue;
    }
    const auto& parameter = std::get<rules::ParameterPatch>(patch);
    whatif::ParameterChange change{parameter.key, parameter.from, {}};
    for (const auto& [key, value] : parameter.rows) change.rows.push_back({key, value});
    variant.parameters.push_back(std::move(change));
  }
  return variant;
}

std::string shown(const std::optional<Decimal>& value) { return value ? value->text() : "无"; }
std::string shown(const std::optional<std::int64_t>& value) { return value ? std::to_string(*value) : "无"; }

void print_plainly(const whatif::VariantAnswer& answer, std::ostream& out) {
  out << "合计\t地区\t现行\t改后\t相差\t现行覆盖\t改后覆盖\t多得\t少得\n";
  for (const whatif::ChangedTotal& total : answer.totals) {
    const auto line = [&](const whatif::ChangeRow& row) {
      out << total.key << "\t" << row.region.text() << " " << row.region_name << "\t" << shown(row.before) << "\t" << shown(row.after) << "\t" << shown(row.difference) << "\t"
          << shown(row.reach_before) << "\t" << shown(row.reach_after) << "\t" << shown(row.gain) << "\t" << shown(row.lose) << "\n";
    };
    line(total.whole);
    for (const whatif::ChangeRow& row : total.rows) line(row);
  }
}

CheckedResult<whatif::Asked> asked_of(const Options& options) {
  std::optional<RegionCode> region;
  if (const auto text = options.value("region")) {
    const Result<RegionCode> code = RegionCode::parse(*text);
    if (!code) return Refusals{at("--region", code.error())};
    region = *code;
  }
  auto chosen = choose_plan(options.value("plan").value_or(""), region);
  if (!chosen) return chosen.error();
  if (!chosen->plan->book) return Refusals{refuse("whatif.no_rules")};
  Period period = Period::year(chosen->plan->runs_to ? chosen->plan->runs_to->year() : SystemClock().now().beijing_day().year());
  if (const auto text = options.value("period")) {
    const Result<Period> read = Period::parse(*text);
    if (!read) return Refusals{at("--period", read.error())};
    period = *read;
  }
  return whatif::Asked{chosen->library, chosen->plan, region.value_or(chosen->region()), period};
}

int show(const Options& options, const Changes& changes, store::Store& store, std::ostream& out, std::ostream& err) {
  const auto asked = asked_of(options);
  if (!asked) return say_refused(asked.error(), err);
  const auto patches = patches_of(changes.patches, asked->period.first_day());
  if (!patches) return say_refused(patches.error(), err);
  whatif::CompareRequest request;
  request.plan = asked->plan->content.head.value.plan;
  request.totals = changes.totals;
  request.variants = {variant_of(*patches)};
  // Said as the command's own refusals are: with the code, the place and the sentence.
  if (const auto wrong = whatif::what_if_of(*asked->plan, request.variants.front(), asked->period.first_day()); !wrong) return say_refused(wrong.error(), err);
  store::Follower follower(store);
  const facts::FactsKeeper keeper(store, follower, asked->plan->facts_layout);
  const Result<whatif::Comparison> comparison = whatif::compare(*asked, keeper, request, Language::zh);
  if (!comparison) return say_refused({comparison.error()}, err);
  if (options.has("json")) {
    std::string text;
    record::write_json(text, *comparison, record::View{});
    out << text << "\n";
  } else {
    print_plainly(comparison->variants.front(), out);
  }
  return 0;
}

}  // namespace

int whatif_command(Words words, std::istream&, std::ostream& out, std::ostream& err) {
  const bool complete = std::any_of(words.begin(), words.end(), [](std::string_view word) { return word.starts_with("--plan"); });
  if (!complete) {
    err << k_usage;
    return 2;
  }
  const Result<Changes> changes = changes_in(words);
  if (!changes) {
    say_refused({changes.error()}, err);
    return 2;
  }
  // Sealed fields have to be opened for the columns, which a look beside the store cannot do.
  return with_existing_store(changes->rest, {"plan", "region", "period"}, {"json"}, k_usage, err,
                           [&](const Options& options, store::Store& store) { return show(options, *changes, store, out, err); });
}

}  // namespace laoyou::app
