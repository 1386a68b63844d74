#include "app/exchange_services.h"

#include "plan/indicators/readings.h"

namespace laoyou::app {

exchange::Services exchange_services(const plan::Services& plans) {
  const auto import = [plans](http::Context& context, const plan::ImportReadingsRequest& request) { return plan::import_readings(plans, context, request); };
  return {plans.store, plans.plans, plans.facts, import};
}

}  // namespace laoyou::app
