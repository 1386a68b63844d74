#include "app/screen_events.h"

#include <boost/json.hpp>

#include "plan/reading_record.h"

namespace laoyou::app {

ScreenEvents::ScreenEvents(store::Follower& follower, http::EventHub& hub) : hub_(hub) {
  follower.on<plan::ReportedValue>("screens", [this](const store::Change<plan::ReportedValue>& change) {
    for (const auto& value : {change.before, change.after})
      if (value) values_.emplace(value->plan, value->region);
  });
  follower.after_each_look([this] { publish(); });
}

void ScreenEvents::publish() {
  for (const auto& [plan, region] : values_)
    hub_.publish({"readings_changed", boost::json::serialize(boost::json::object{{"plan", plan}, {"region", region.text()}}), region});
  values_.clear();
}

}  // namespace laoyou::app
