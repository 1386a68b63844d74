#include "app/screen_events.h"

#include <boost/json.hpp>

#include "plan/answers/reading_record.h"

namespace laoyou::app {

ScreenEvents::ScreenEvents(store::Follower& follower, http::EventHub& hub, std::set<std::string, std::less<>> registers) : hub_(hub), registers_(std::move(registers)) {
  follower.on<plan::ReportedValue>("screens", [this](const store::Change<plan::ReportedValue>& change) {
    for (const auto& value : {change.before, change.after})
      if (value) values_.emplace(value->plan, value->region);
  });
  follower.on_any("screens of registers", [this](const store::JournalEntry& entry) {
    if (registers_.contains(entry.record)) rows_.emplace(entry.record, entry.region);
  });
  follower.after_each_look([this] { publish(); });
}

void ScreenEvents::publish() {
  for (const auto& [plan, region] : values_)
    hub_.publish({"readings_changed", boost::json::serialize(boost::json::object{{"plan", plan}, {"region", region.text()}}), region});
  for (const auto& [record, region] : rows_) hub_.publish({"records_changed", boost::json::serialize(boost::json::object{{"record", record}}), region});
  values_.clear();
  rows_.clear();
}

}  // namespace laoyou::app
