// One mapping of a procedure file, read member by member; what nobody asked for is refused at the end, with the nearest known name.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "procedures/procedure.h"
#include "yaml/document.h"
#include "yaml/text_places.h"

namespace laoyou::procedures {

/// What the reading of one file shares.
struct Reading {
  std::string file;
  const yaml::TextPlaces& places;
  Refusals& refusals;

  std::string place(const YAML::Node& node) const { return file + ":" + yaml::place_of(node); }
  void refuse_at(const YAML::Node& node, Refusal refusal) const { refusals.push_back(at(place(node), std::move(refusal))); }
};

class Mapping {
 public:
  /// `node` that is no mapping is refused ("yaml.not_a_mapping") and reads as an empty one.
  Mapping(const YAML::Node& node, const Reading& reading);
  /// Refuses members that were not asked for.
  void finish();

  bool has(std::string_view key);
  /// Empty when it is not there; with `required` that is refused ("json.missing_field").
  std::string text(std::string_view key, bool required = false);
  /// "name" and "name_en"; required ones are refused as "procedures.no_label" with the key of the thing.
  Words words(std::string_view key);
  Words label(std::string_view of);
  bool yes(std::string_view key, bool otherwise = false);
  std::int32_t number(std::string_view key, std::int32_t otherwise);
  std::optional<Length> length(std::string_view key, bool required = false);
  Date date(std::string_view key, Date otherwise);
  /// [a, b], or one value.
  std::vector<std::string> texts(std::string_view key);
  /// One of the names of an enum.
  template <class E>
  E choice(std::string_view key, E otherwise) {
    const YAML::Node node = member(key);
    if (!scalar(node)) return otherwise;
    const Result<E> read = record::Leaf<E>::from_json_text(node.Scalar());
    if (!read) reading_.refuse_at(node, read.error());
    return read ? *read : otherwise;
  }
  std::optional<RegionLevel> level(std::string_view key);
  Origin origin();
  /// A text of the rule language with its place; empty when it is not there.
  rules::SourceText rule(std::string_view key);

  /// Reads member `key` as a mapping, if it is there.
  void in(std::string_view key, const std::function<void(Mapping&)>& read);
  /// Each entry of a mapping of mappings: its key, its place, the mapping. An entry that is one value stands under the member "name".
  void each(std::string_view key, const std::function<void(const std::string&, Mapping&)>& read);
  /// Each entry of a mapping of values.
  void each_value(std::string_view key, const std::function<void(const YAML::Node&, const YAML::Node&)>& read);
  /// Each mapping of a list.
  void each_of_list(std::string_view key, const std::function<void(Mapping&)>& read);

  YAML::Node member(std::string_view key);
  /// True for a value; a list or mapping in its place is refused, nothing is not.
  bool scalar(const YAML::Node& node) const;
  const std::string& place() const { return place_; }
  const Reading& reading() const { return reading_; }
  const YAML::Node& node() const { return node_; }

 private:
  YAML::Node node_;
  const Reading& reading_;
  std::string place_;
  std::vector<std::string> asked_;
};

/// yes, no, true, false, 是, 否; nothing for other words.
std::optional<bool> yes_or_no(std::string_view text);

}  // namespace laoyou::procedures
