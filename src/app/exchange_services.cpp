#include "app/exchange_services.h"

#include "plan/indicators/readings.h"

namespace laoyou::app {

exchange::Services exchange_services(const plan::Services& plans) {
  const auto import = [plans](const store::Acting& acting, const plan::ImportReadingsRequest& request, std::string_view sheet) { return plan::import_readings(plans, acting, request, sheet); };
  return {plans.store, plans.plans, plans.facts, import};
}

}  // namespace laoyou::app
