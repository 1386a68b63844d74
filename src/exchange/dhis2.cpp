#include <boost/json.hpp>

#include "exchange/data_values.h"

namespace laoyou::exchange {
namespace {

namespace json = boost::json;

class Reader {
 public:
  CheckedResult<DataValueSet> read(std::string_view text) {
    boost::system::error_code malformed;
    const json::value whole = json::parse(text, malformed);
    const json::value* const list = malformed || !whole.is_object() ? nullptr : whole.get_object().if_contains("dataValues");
    if (list == nullptr || !list->is_array()) return Refusals{refuse("exchange.malformed")};
    // What stands on the set holds for each value that does not say it itself.
    set_ = &whole.get_object();
    made_.data_set = text_of(*set_, "dataSet");
    for (std::size_t i = 0; i < list->get_array().size(); ++i) read_value(list->get_array()[i], "/dataValues/" + std::to_string(i));
    if (!refusals_.empty()) return std::move(refusals_);
    return std::move(made_);
  }

 private:
  static std::string text_of(const json::object& object, std::string_view key) {
    const json::value* const value = object.if_contains(key);
    if (value == nullptr || value->is_null()) return {};
    return value->is_string() ? std::string(value->get_string()) : json::serialize(*value);
  }
  std::string own_or_sets(const json::object& value, std::string_view key) const {
    const std::string own = text_of(value, key);
    return own.empty() ? text_of(*set_, key) : own;
  }

  void read_value(const json::value& item, const std::string& place) {
    if (!item.is_object()) return refusals_.push_back(at(place, refuse("exchange.malformed")));
    const json::object& object = item.get_object();
    const std::size_t before = refusals_.size();
    DataValue value;
    for (const std::string_view category : {"categoryOptionCombo", "attributeOptionCombo"})
      if (const std::string combination = own_or_sets(object, category); !combination.empty() && combination != "default")
        refusals_.push_back(at(place + "/" + std::string(category), refuse("exchange.category", {combination})));
    for (const auto& [key, text] : {std::pair("dataElement", &value.element), std::pair("value", &value.value)}) {
      *text = text_of(object, key);
      if (text->empty()) refusals_.push_back(at(place, refuse("exchange.missing", {key})));
    }
    const Result<Period> period = read_dhis2_period(own_or_sets(object, "period"));
    const Result<RegionCode> region = RegionCode::parse(own_or_sets(object, "orgUnit"));
    if (!period) refusals_.push_back(at(place + "/period", period.error()));
    if (!region) refusals_.push_back(at(place + "/orgUnit", region.error()));
    value.comment = text_of(object, "comment");
    if (refusals_.size() != before) return;
    value.period = *period;
    value.region = *region;
    made_.values.push_back(std::move(value));
  }

  const json::object* set_ = nullptr;
  DataValueSet made_;
  Refusals refusals_;
};

}  // namespace

std::string write_dhis2(const DataValueSet& set, Instant at) {
  json::array values;
  for (const DataValue& value : set.values) {
    json::object one{{"dataElement", value.element}, {"period", dhis2_period(value.period)}, {"orgUnit", value.region.text()}, {"value", value.value}};
    if (!value.comment.empty()) one["comment"] = value.comment;
    values.push_back(std::move(one));
  }
  return json::serialize(json::object{{"dataSet", set.data_set}, {"completeDate", at.beijing_day().text()}, {"dataValues", std::move(values)}});
}

CheckedResult<DataValueSet> read_dhis2(std::string_view text) { return Reader().read(text); }

}  // namespace laoyou::exchange
