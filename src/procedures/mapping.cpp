#include "procedures/mapping.h"

#include "base/digits.h"
#include "record/json_read.h"
#include "record/sheet_rows.h"

namespace laoyou::procedures {
namespace {

bool well_shaped_key(std::string_view key) {
  const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || is_digit(c) || c == '_'; };
  return !key.empty() && key[0] >= 'a' && key[0] <= 'z' && std::all_of(key.begin(), key.end(), fits);
}

}  // namespace

std::optional<bool> yes_or_no(std::string_view text) {
  if (text == "yes" || text == "true" || text == "是") return true;
  if (text == "no" || text == "false" || text == "否") return false;
  return std::nullopt;
}

Mapping::Mapping(const YAML::Node& node, const Reading& reading) : node_(node), reading_(reading), place_(reading.place(node)) {
  if (node.IsMap()) return;
  reading_.refuse_at(node, refuse("yaml.not_a_mapping"));
  node_.reset(YAML::Node(YAML::NodeType::Map));
}

YAML::Node Mapping::member(std::string_view key) {
  asked_.emplace_back(key);
  const YAML::Node& node = node_;
  const YAML::Node found = node[std::string(key)];
  return found.IsDefined() && !found.IsNull() ? found : YAML::Node(YAML::NodeType::Undefined);
}

void Mapping::finish() {
  Refusals found;
  yaml::for_each_pair(node_, found, [&](const std::string& key, const YAML::Node& key_node, const YAML::Node&) {
    if (std::find(asked_.begin(), asked_.end(), key) == asked_.end()) reading_.refuse_at(key_node, record::unknown_field(key, asked_));
  });
  for (Refusal& refusal : found) reading_.refusals.push_back(at(reading_.file + ":", std::move(refusal)));
}

bool Mapping::has(std::string_view key) { return member(key).IsDefined(); }

bool Mapping::scalar(const YAML::Node& node) const {
  if (!node.IsDefined()) return false;
  if (!node.IsScalar()) reading_.refuse_at(node, refuse("yaml.not_a_value"));
  return node.IsScalar();
}

std::string Mapping::text(std::string_view key, bool required) {
  const YAML::Node node = member(key);
  if (!node.IsDefined() && required) reading_.refusals.push_back(at(place_, refuse("json.missing_field", {std::string(key)})));
  return scalar(node) ? std::string(record::trimmed(node.Scalar())) : std::string();
}

Words Mapping::words(std::string_view key) {
  Words words{text(key), ""};
  words.en = text(std::string(key) + "_en");
  return words;
}

Words Mapping::label(std::string_view of) {
  Words words = this->words("name");
  if (words.zh.empty()) reading_.refusals.push_back(at(place_, refuse("procedures.no_label", {std::string(of)})));
  return words;
}

bool Mapping::yes(std::string_view key, bool otherwise) {
  const YAML::Node node = member(key);
  if (!scalar(node)) return otherwise;
  const std::optional<bool> read = yes_or_no(node.Scalar());
  if (!read) reading_.refuse_at(node, refuse("procedures.not_yes_or_no", {node.Scalar()}));
  return read.value_or(otherwise);
}

std::int32_t Mapping::number(std::string_view key, std::int32_t otherwise) {
  const YAML::Node node = member(key);
  if (!scalar(node)) return otherwise;
  const Result<std::int32_t> read = record::Leaf<std::int32_t>::from_json_text(node.Scalar());
  if (!read) reading_.refuse_at(node, read.error());
  return read ? *read : otherwise;
}

std::optional<Length> Mapping::length(std::string_view key, bool required) {
  const YAML::Node node = member(key);
  if (!node.IsDefined() && required) reading_.refusals.push_back(at(place_, refuse("json.missing_field", {std::string(key)})));
  if (!scalar(node)) return std::nullopt;
  const Result<Length> read = Length::parse(record::trimmed(node.Scalar()));
  if (read) return *read;
  reading_.refuse_at(node, read.error());
  return std::nullopt;
}

Date Mapping::date(std::string_view key, Date otherwise) {
  const YAML::Node node = member(key);
  if (!scalar(node)) return otherwise;
  const Result<Date> read = Date::parse(node.Scalar());
  if (!read) reading_.refuse_at(node, read.error());
  return read ? *read : otherwise;
}

std::vector<std::string> Mapping::texts(std::string_view key) {
  const YAML::Node node = member(key);
  if (!node.IsDefined()) return {};
  if (node.IsScalar()) return {node.Scalar()};
  if (!node.IsSequence()) {
    reading_.refuse_at(node, refuse("yaml.not_a_list"));
    return {};
  }
  std::vector<std::string> all;
  for (const auto& each : node)
    if (scalar(each)) all.push_back(each.Scalar());
  return all;
}

std::optional<RegionLevel> Mapping::level(std::string_view key) {
  const YAML::Node node = member(key);
  if (!scalar(node)) return std::nullopt;
  static const std::vector<std::pair<std::string, RegionLevel>> k_levels{{"country", RegionLevel::country}, {"province", RegionLevel::province}, {"city", RegionLevel::city},
                                                                         {"county", RegionLevel::county},   {"street", RegionLevel::street},     {"village", RegionLevel::village}};
  std::string known;
  for (const auto& [name, level] : k_levels) {
    if (node.Scalar() == name) return level;
    known += (known.empty() ? "" : ", ") + name;
  }
  reading_.refuse_at(node, refuse("enum.unknown", {node.Scalar(), known}));
  return std::nullopt;
}

Origin Mapping::origin() { return {text("source"), choice("mark", Mark::sourced)}; }

rules::SourceText Mapping::rule(std::string_view key) {
  const YAML::Node node = member(key);
  if (!scalar(node)) return {};
  return reading_.places.of(node);
}

void Mapping::in(std::string_view key, const std::function<void(Mapping&)>& read) {
  const YAML::Node node = member(key);
  if (!node.IsDefined()) return;
  Mapping inner(node, reading_);
  read(inner);
  inner.finish();
}

void Mapping::each(std::string_view key, const std::function<void(const std::string&, Mapping&)>& read) {
  const YAML::Node node = member(key);
  if (!node.IsDefined()) return;
  if (!node.IsMap()) return reading_.refuse_at(node, refuse("yaml.not_a_mapping"));
  Refusals found;
  yaml::for_each_pair(node, found, [&](const std::string& name, const YAML::Node& key_node, const YAML::Node& value) {
    if (!well_shaped_key(name)) reading_.refuse_at(key_node, refuse("plan.malformed_key", {name}));
    YAML::Node body = value;
    if (value.IsScalar()) {
      body.reset(YAML::Node(YAML::NodeType::Map));
      body["name"] = value;
    }
    Mapping inner(body, reading_);
    inner.place_ = reading_.place(key_node);
    read(name, inner);
    inner.finish();
  });
  for (Refusal& refusal : found) reading_.refusals.push_back(at(reading_.file + ":", std::move(refusal)));
}

void Mapping::each_value(std::string_view key, const std::function<void(const YAML::Node&, const YAML::Node&)>& read) {
  const YAML::Node node = member(key);
  if (!node.IsDefined()) return;
  if (!node.IsMap()) return reading_.refuse_at(node, refuse("yaml.not_a_mapping"));
  Refusals found;
  yaml::for_each_pair(node, found, [&](const std::string&, const YAML::Node& key_node, const YAML::Node& value) {
    if (scalar(value)) read(key_node, value);
  });
  for (Refusal& refusal : found) reading_.refusals.push_back(at(reading_.file + ":", std::move(refusal)));
}

void Mapping::each_of_list(std::string_view key, const std::function<void(Mapping&)>& read) {
  const YAML::Node node = member(key);
  if (!node.IsDefined()) return;
  if (!node.IsSequence()) return reading_.refuse_at(node, refuse("yaml.not_a_list"));
  for (const auto& each : node) {
    Mapping inner(each, reading_);
    read(inner);
    inner.finish();
  }
}

}  // namespace laoyou::procedures
