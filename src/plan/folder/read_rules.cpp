#include "plan/folder/read_rules.h"

#include <algorithm>

#include "base/nearest.h"
#include "plan/folder/yaml_read.h"

namespace laoyou::plan {
namespace {

constexpr std::string_view k_where = "where";

/// What every entry of rules.yaml says of itself.
struct EntryHead {
  std::string name, source, document, unit;
  bool example = false;
};

class RulesReader {
 public:
  RulesReader(const TextPlaces& places, Folder& folder, Refusals& refusals) : places_(places), folder_(folder), refusals_(refusals) {}

  void read(const YAML::Node& document) {
    for_each_pair(document, refusals_, [&](const std::string& key, const YAML::Node& key_node, const YAML::Node& section) {
      if (key == "parameters")
        entries(section, [&](auto&&... entry) { read_parameter(entry...); });
      else if (key == "rules")
        entries(section, [&](auto&&... entry) { read_rule(entry...); });
      else if (key == "subsidies")
        entries(section, [&](auto&&... entry) { read_subsidy(entry...); });
      else if (key == "examples")
        read_named_examples(section);
      else
        unknown(key, key_node, {"parameters", "rules", "subsidies", "examples"});
    });
  }

 private:
  template <class F>
  void entries(const YAML::Node& section, F&& f) {
    if (section.IsNull()) return;
    if (!section.IsMap()) return refuse_at(section, "yaml.not_a_mapping");
    for_each_pair(section, refusals_, [&](const std::string& key, const YAML::Node& key_node, const YAML::Node& body) {
      if (!body.IsMap()) return refuse_at(body.IsNull() ? key_node : body, "yaml.not_a_mapping");
      f(key, key_node, body);
    });
  }

  void refuse_at(const YAML::Node& node, std::string_view code, std::vector<std::string> words = {}) {
    refusals_.push_back(at(place_of(node), refuse(code, std::move(words))));
  }

  void unknown(const std::string& key, const YAML::Node& key_node, const std::vector<std::string>& known) {
    refusals_.push_back(at(place_of(key_node), record::unknown_field(key, known)));
  }

  std::string place(const YAML::Node& node) const { return places_.of(node).place(0); }

  template <class T>
  void take(const YAML::Node& body, const char* key, T& value) {
    if (const YAML::Node node = body[key]; node.IsDefined() && !node.IsNull()) read_yaml(node, value, refusals_);
  }

  /// Reads what entries have in common and refuses keys outside `own` and these.
  EntryHead head(const YAML::Node& key_node, const YAML::Node& body, std::vector<std::string> own) {
    EntryHead read;
    take(body, "name", read.name);
    take(body, "source", read.source);
    take(body, "document", read.document);
    take(body, "unit", read.unit);
    take(body, "example", read.example);
    for (const char* key : {"name", "source"})
      if (!body[key].IsDefined()) refusals_.push_back(at(place_of(key_node), refuse("json.missing_field", {key})));
    own.insert(own.end(), {"name", "source", "document", "unit", "example"});
    for (const auto& pair : body)
      if (std::find(own.begin(), own.end(), pair.first.Scalar()) == own.end()) unknown(pair.first.Scalar(), pair.first, own);
    return read;
  }

  std::optional<rules::SourceText> text(const YAML::Node& key_node, const YAML::Node& body, const char* key) {
    const YAML::Node node = body[key];
    if (!node.IsDefined()) {
      refusals_.push_back(at(place_of(key_node), refuse("json.missing_field", {key})));
      return std::nullopt;
    }
    if (!node.IsScalar()) {
      refuse_at(node, "yaml.not_a_value");
      return std::nullopt;
    }
    return places_.of(node);
  }

  void read_parameter(const std::string& key, const YAML::Node& key_node, const YAML::Node& body) {
    const EntryHead entry = head(key_node, body, {"values"});
    rules::ParameterSource parameter{key, entry.name, folder_.head.layer, entry.source, places_.of(key_node), {}, entry.example};
    const YAML::Node values = body["values"];
    if (!values.IsDefined() || !values.IsMap()) return refuse_at(values.IsDefined() ? values : key_node, "yaml.not_a_mapping");
    for_each_pair(values, refusals_, [&](const std::string& day, const YAML::Node& day_node, const YAML::Node& value) {
      const Result<Date> from = Date::parse(day);
      if (!from) {
        refusals_.push_back(at(place_of(day_node), from.error()));
        return;
      }
      parameter.values.push_back(dated_value(*from, day_node, value, entry.document));
    });
    folder_.parameters.push_back({std::move(parameter), folder_.head.layer, place(key_node)});
  }

  /// "50元", {80..89: 50元}, {value: …, document: …}, or nothing: the end.
  rules::DatedValueSource dated_value(Date from, const YAML::Node& day_node, const YAML::Node& value, const std::string& document) {
    rules::DatedValueSource dated{from, {}, document, places_.of(day_node)};
    YAML::Node table = value;
    if (value.IsMap() && value["value"].IsDefined()) {
      take(value, "document", dated.document);
      for (const auto& pair : value)
        if (pair.first.Scalar() != "value" && pair.first.Scalar() != "document") unknown(pair.first.Scalar(), pair.first, {"value", "document"});
      table.reset(value["value"]);
    }
    if (table.IsScalar()) {
      dated.rows.emplace_back(rules::SourceText{}, places_.of(table));
    } else if (table.IsMap()) {
      for_each_pair(table, refusals_, [&](const std::string&, const YAML::Node& row_key, const YAML::Node& row) {
        if (row.IsScalar())
          dated.rows.emplace_back(places_.of(row_key), places_.of(row));
        else
          refuse_at(row.IsNull() ? row_key : row, "yaml.not_a_value");
      });
    } else if (!table.IsNull()) {
      refuse_at(table, "yaml.not_a_value");
    }
    return dated;
  }

  void add_rule(rules::RuleSource rule, const YAML::Node& key_node) {
    rule.layer = folder_.head.layer;
    rule.place = places_.of(key_node);
    folder_.rules.push_back({std::move(rule), folder_.head.layer, place(key_node)});
  }

  static rules::RuleSource rule_of(const std::string& key, const EntryHead& entry) {
    rules::RuleSource rule;
    rule.key = key;
    rule.name = entry.name;
    rule.source = entry.source;
    rule.document = entry.document;
    rule.unit = entry.unit;
    rule.example = entry.example;
    return rule;
  }

  void read_rule(const std::string& key, const YAML::Node& key_node, const YAML::Node& body) {
    rules::RuleSource rule = rule_of(key, head(key_node, body, {"of", "value", "examples"}));
    take(body, "of", rule.record);
    read_examples(key, body["examples"]);
    const auto expression = text(key_node, body, "value");
    if (!expression) return;
    rule.expression = *expression;
    add_rule(std::move(rule), key_node);
  }

  static std::optional<std::string> told(const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); }

  /// for: RECORD where CONDITION, pays: AMOUNT. Three rules: who is entitled (KEY_eligible), how much (KEY), and the sum over all (KEY_total).
  void read_subsidy(const std::string& key, const YAML::Node& key_node, const YAML::Node& body) {
    const EntryHead entry = head(key_node, body, {"for", "pays", "every", "examples"});
    std::string every;
    take(body, "every", every);
    read_examples(key, body["examples"]);
    const auto whom = text(key_node, body, "for"), pays = text(key_node, body, "pays");
    if (!whom || !pays) return;
    const std::size_t record_end = std::min(whom->text.find_first_of(" \n\t"), whom->text.size());
    const std::size_t where = whom->text.find(k_where, record_end);

    rules::RuleSource eligible = rule_of(key + "_eligible", entry);
    eligible.name += "对象";
    eligible.unit.clear();
    eligible.record = whom->text.substr(0, record_end);
    eligible.expression = where == std::string::npos ? rules::SourceText{"true", whom->file, whom->line, whom->column, whom->indent}
                                                     : TextPlaces::part(*whom, where + k_where.size(), std::string::npos);
    rules::RuleSource amount = rule_of(key, entry);
    amount.record = eligible.record;
    amount.expression = *pays;
    const std::string prefix = "case { " + eligible.key + ": ";
    amount.expression.text = prefix + pays->text + "\n; else: 0元 }";
    amount.expression.column -= static_cast<int>(prefix.size());

    rules::RuleSource total = rule_of(key + "_total", entry);
    total.name += every.empty() ? "合计" : "每" + every + "合计";
    total.expression = amount.expression;
    total.expression.text = "sum(" + key + " of " + eligible.record + ")";
    folder_.subsidies.push_back({{key, entry.name, whom->text, pays->text, told(every), told(entry.unit), told(entry.document), entry.example, entry.source},
                                 folder_.head.layer, place(key_node)});
    add_rule(std::move(eligible), key_node);
    add_rule(std::move(amount), key_node);
    add_rule(std::move(total), key_node);
  }

  /// examples: {RULE: [ … ]}, for indicators and for rules of lower layers.
  void read_named_examples(const YAML::Node& section) {
    if (section.IsNull()) return;
    if (!section.IsMap()) return refuse_at(section, "yaml.not_a_mapping");
    for_each_pair(section, refusals_, [&](const std::string& rule, const YAML::Node&, const YAML::Node& list) { read_examples(rule, list); });
  }

  void read_examples(const std::string& rule, const YAML::Node& list) {
    if (!list.IsDefined() || list.IsNull()) return;
    if (!list.IsSequence()) return refuse_at(list, "yaml.not_a_list");
    for (const auto& each : list) {
      if (each.IsMap())
        read_example(rule, each);
      else
        refuse_at(each, "yaml.not_a_mapping");
    }
  }

  void read_example(const std::string& rule, const YAML::Node& body) {
    Example example{rule, folder_.head.layer, place(body), {}, {}, false, {}, {}};
    for_each_pair(body, refusals_, [&](const std::string& key, const YAML::Node& key_node, const YAML::Node& value) {
      if (key == "period")
        read_yaml(value, example.period.emplace(), refusals_);
      else if (key == "by")
        read_yaml(value, example.by, refusals_);
      else if (key == "given")
        read_given(value, example);
      else if (key == "expect")
        read_expected(value, example);
      else
        unknown(key, key_node, {"given", "period", "by", "expect"});
    });
    if (example.expect.empty()) return refuse_at(body, "json.missing_field", {"expect"});
    folder_.examples.push_back({std::move(example), folder_.head.layer, place(body)});
  }

  /// {FIELD: VALUE, …} is one row of the rule's record; {RECORD: [{FIELD: VALUE}, …], …} are tables.
  void read_given(const YAML::Node& given, Example& example) {
    if (!given.IsMap()) return refuse_at(given, "yaml.not_a_mapping");
    const bool tables = given.size() > 0 && std::all_of(given.begin(), given.end(), [](const auto& pair) { return pair.second.IsSequence(); });
    if (!tables) {
      example.given_one_row = true;
      example.given.push_back({"", {read_given_row(given)}});
      return;
    }
    for (const auto& pair : given) {
      GivenTable table{pair.first.Scalar(), {}};
      for (const auto& row : pair.second) {
        if (row.IsMap())
          table.rows.push_back(read_given_row(row));
        else
          refuse_at(row, "yaml.not_a_mapping");
      }
      example.given.push_back(std::move(table));
    }
  }

  GivenRow read_given_row(const YAML::Node& mapping) {
    GivenRow row;
    for_each_pair(mapping, refusals_, [&](const std::string& field, const YAML::Node&, const YAML::Node& value) {
      if (!value.IsScalar())
        refuse_at(value, "yaml.not_a_value");
      else if (field == "times")
        read_yaml(value, row.times, refusals_);
      else
        row.fields.emplace_back(field, places_.of(value));
    });
    return row;
  }

  void read_expected(const YAML::Node& expected, Example& example) {
    if (expected.IsScalar()) {
      example.expect.emplace_back("", places_.of(expected));
    } else if (expected.IsMap()) {
      for_each_pair(expected, refusals_, [&](const std::string& group, const YAML::Node&, const YAML::Node& value) {
        if (value.IsScalar())
          example.expect.emplace_back(group, places_.of(value));
        else
          refuse_at(value, "yaml.not_a_value");
      });
    } else {
      refuse_at(expected, "yaml.not_a_value");
    }
  }

  const TextPlaces& places_;
  Folder& folder_;
  Refusals& refusals_;
};

}  // namespace

void read_rules(const YAML::Node& document, const TextPlaces& places, Folder& folder, Refusals& refusals) {
  RulesReader(places, folder, refusals).read(document);
}

}  // namespace laoyou::plan
