#include "app/rules_words.h"

#include <map>

#include "app/options.h"
#include "base/digits.h"

namespace laoyou::app {
namespace {

/// Options that may stand several times, taken out of the words: what is left is read as everywhere.
using Repeated = std::map<std::string, std::vector<std::string>, std::less<>>;

Result<std::vector<std::string_view>> take_repeated(Words words, Repeated& repeated) {
  std::vector<std::string_view> rest;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::size_t equals = words[i].find('=');
    const auto found = words[i].starts_with("--") ? repeated.find(words[i].substr(2, equals == std::string_view::npos ? equals : equals - 2)) : repeated.end();
    if (found == repeated.end())
      rest.push_back(words[i]);
    else if (equals != std::string_view::npos)
      found->second.emplace_back(words[i].substr(equals + 1));
    else if (i + 1 < words.size())
      found->second.emplace_back(words[++i]);
    else
      return refuse("option.missing_value", {found->first});
  }
  return rest;
}

Result<RulesWords::Pair> pair_of(std::string_view option, std::string_view text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos || equals == 0 || equals + 1 == text.size())
    return refuse("option.unknown_value", {std::string(option), std::string(text), option == "table" ? "person=FILE.csv" : "key=value"});
  return RulesWords::Pair{text.substr(0, equals), text.substr(equals + 1)};
}

Result<int> number_of(const Options& options, std::string_view name, int most) {
  const std::optional<std::string> text = options.value(name);
  if (!text) return 1;
  if (!all_digits(*text) || text->size() > 4 || digits_value(*text) < 1 || digits_value(*text) > most)
    return refuse("option.unknown_value", {std::string(name), *text, "1.." + std::to_string(most)});
  return digits_value(*text);
}

Refusal unknown_value(std::string_view name, const std::string& value, std::string_view known) {
  return refuse("option.unknown_value", {std::string(name), value, std::string(known)});
}

Result<void> read_pairs(RulesWords& result, const Repeated& repeated) {
  for (const std::string& text : repeated.at("table")) {
    auto pair = pair_of("table", text);
    if (!pair) return pair.error();
    result.tables.push_back(std::move(*pair));
  }
  for (const std::string& text : repeated.at("set")) {
    auto pair = pair_of("set", text);
    if (!pair) return pair.error();
    result.sets.push_back(std::move(*pair));
  }
  return {};
}

Result<void> read_choices(RulesWords& result, const Options& options) {
  result.database = options.value("database").value_or(result.database);
  if (result.database != "postgresql" && result.database != "sqlite") return unknown_value("database", result.database, "postgresql, sqlite");
  const std::string language = options.value("lang").value_or("zh");
  if (language != "zh" && language != "en") return unknown_value("lang", language, "zh, en");
  result.language = language == "en" ? Language::en : Language::zh;
  if (const auto text = options.value("period")) {
    const Result<Period> period = Period::parse(*text);
    if (!period) return period.error();
    result.period = *period;
  }
  return {};
}

}  // namespace

Result<RulesWords> read_rules_words(Words words) {
  Repeated repeated{{"table", {}}, {"rule", {}}, {"set", {}}, {"total", {}}};
  const auto rest = take_repeated(words, repeated);
  if (!rest) return rest.error();
  const auto options = Options::read(*rest, {"plan", "by", "period", "repeat", "threads", "row", "group", "database", "lang"}, {"json", "help"});
  if (!options) return options.error();
  RulesWords result;
  result.help = options->has("help");
  if (result.help) return result;
  std::vector<std::string> names = options->words();
  if (!names.empty()) result.verb = names[0];
  result.plan = options->value("plan").value_or(names.size() == 2 ? names[1] : "");
  if (result.plan.empty()) return refuse("option.missing_value", {"plan"});
  if (names.size() > (options->has("plan") ? 1u : 2u)) return unknown_value("plan", names.back(), "DIR, FILE");
  result.rules = repeated.at("rule");
  result.totals = repeated.at("total");
  result.by = options->value("by").value_or("");
  result.row = options->value("row").value_or("");
  result.group = options->value("group").value_or("");
  result.json = options->has("json");
  if (const auto read = read_pairs(result, repeated); !read) return read.error();
  if (const auto read = read_choices(result, *options); !read) return read.error();
  const Result<int> repeat = number_of(*options, "repeat", 1000), threads = number_of(*options, "threads", 64);
  if (!repeat) return repeat.error();
  if (!threads) return threads.error();
  result.repeat = *repeat;
  result.threads = *threads;
  return result;
}

}  // namespace laoyou::app
