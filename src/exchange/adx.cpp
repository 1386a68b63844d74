#include <map>
#include <pugixml.hpp>
#include <sstream>

#include "exchange/data_values.h"

namespace laoyou::exchange {
namespace {

constexpr const char* k_namespace = "urn:ihe:qrph:adx:2015";

/// Whatever prefix the sender chose.
std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

class Reader {
 public:
  CheckedResult<DataValueSet> read(std::string_view xml) {
    pugi::xml_document document;
    if (!document.load_buffer(xml.data(), xml.size(), pugi::parse_default, pugi::encoding_utf8) || local_name(document.document_element()) != "adx")
      return Refusals{refuse("exchange.malformed")};
    int number = 0;
    for (const pugi::xml_node& group : document.document_element().children())
      if (local_name(group) == "group") read_group(group, "group " + std::to_string(++number));
    if (!refusals_.empty()) return std::move(refusals_);
    return std::move(made_);
  }

 private:
  /// Attributes beside those known are categories.
  void check_categories(const pugi::xml_node& node, std::initializer_list<std::string_view> known, const std::string& place) {
    for (const pugi::xml_attribute& attribute : node.attributes()) {
      const std::string_view name = attribute.name();
      if (name.rfind("xmlns", 0) == 0 || name.find(':') != std::string_view::npos) continue;
      if (std::find(known.begin(), known.end(), name) == known.end()) refusals_.push_back(at(place, refuse("exchange.category", {std::string(name)})));
    }
  }

  void read_group(const pugi::xml_node& group, const std::string& place) {
    const std::size_t before = refusals_.size();
    check_categories(group, {"orgUnit", "period", "dataSet", "comment"}, place);
    const Result<Period> period = read_adx_period(group.attribute("period").value());
    const Result<RegionCode> region = RegionCode::parse(group.attribute("orgUnit").value());
    if (!period) refusals_.push_back(at(place, period.error()));
    if (!region) refusals_.push_back(at(place, region.error()));
    if (made_.data_set.empty()) made_.data_set = group.attribute("dataSet").value();
    int number = 0;
    for (const pugi::xml_node& node : group.children()) {
      if (local_name(node) != "dataValue") continue;
      const std::string where = place + " value " + std::to_string(++number);
      check_categories(node, {"dataElement", "value"}, where);
      DataValue value{node.attribute("dataElement").value(), period ? *period : Period(), region ? *region : RegionCode(), node.attribute("value").value(), ""};
      for (const pugi::xml_node& note : node.children())
        if (local_name(note) == "annotation") value.comment = note.text().get();
      if (value.element.empty()) refusals_.push_back(at(where, refuse("exchange.missing", {"dataElement"})));
      if (value.value.empty()) refusals_.push_back(at(where, refuse("exchange.missing", {"value"})));
      if (refusals_.size() == before) made_.values.push_back(std::move(value));
    }
  }

  DataValueSet made_;
  Refusals refusals_;
};

}  // namespace

std::string write_adx(const DataValueSet& set, Instant at) {
  std::map<std::pair<RegionCode, Period>, std::vector<const DataValue*>> groups;
  for (const DataValue& value : set.values) groups[{value.region, value.period}].push_back(&value);
  pugi::xml_document document;
  pugi::xml_node head = document.append_child(pugi::node_declaration);
  head.append_attribute("version") = "1.0";
  head.append_attribute("encoding") = "UTF-8";
  pugi::xml_node adx = document.append_child("adx");
  adx.append_attribute("xmlns") = k_namespace;
  adx.append_attribute("exported") = at.text().c_str();
  for (const auto& [key, values] : groups) {
    pugi::xml_node group = adx.append_child("group");
    group.append_attribute("orgUnit") = key.first.text().c_str();
    group.append_attribute("period") = adx_period(key.second).c_str();
    group.append_attribute("dataSet") = set.data_set.c_str();
    for (const DataValue* value : values) {
      pugi::xml_node node = group.append_child("dataValue");
      node.append_attribute("dataElement") = value->element.c_str();
      node.append_attribute("value") = value->value.c_str();
      if (!value->comment.empty()) node.append_child("annotation").text().set(value->comment.c_str());
    }
  }
  std::ostringstream out;
  document.save(out, "  ", pugi::format_indent, pugi::encoding_utf8);
  return out.str();
}

CheckedResult<DataValueSet> read_adx(std::string_view xml) { return Reader().read(xml); }

}  // namespace laoyou::exchange
