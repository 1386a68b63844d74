#include "app/benefit_services.h"

#include <algorithm>
#include <boost/json.hpp>

#include "cases/records.h"
#include "plan/stack/running_procedures.h"

namespace laoyou::app {
namespace {

using ProcedurePtr = std::shared_ptr<const procedures::Procedure>;

/// The fields of the form that name a record of this register.
std::vector<std::string> naming_fields(const procedures::Procedure& procedure, const std::string& record) {
  std::vector<std::string> fields;
  for (const procedures::FormField& field : procedure.form.fields)
    if (field.kind == procedures::FieldKind::reference && field.record == record) fields.push_back(field.key);
  return fields;
}

bool counts(const cases::CaseFile& file, const procedures::Procedure& procedure) {
  if (file.phase == procedures::Phase::draft) return false;
  if (file.phase != procedures::Phase::ended) return true;
  const procedures::Ending* const ending = procedure.find_ending(file.ending);
  return ending != nullptr && ending->good;
}

void add_named(const cases::CaseFile& file, const std::vector<std::string>& fields, std::set<std::string>& named) {
  boost::system::error_code malformed;
  const boost::json::value form = boost::json::parse(file.form, malformed);
  const auto* const values = malformed || !form.is_object() ? nullptr : form.get_object().if_contains("values");
  if (values == nullptr || !values->is_object()) return;
  for (const std::string& field : fields)
    if (const auto* const id = values->get_object().if_contains(field); id != nullptr && id->is_string()) named.insert(std::string(id->get_string()));
}

}  // namespace

benefits::Services benefit_services(store::Store& store, plan::RunningPlans& plans, const facts::FactsKeeper& facts, const Clock& clock) {
  const auto asked_for = [&plans, &clock](store::Snapshot& snapshot, const std::string& key, const std::string& record, RegionCode within) {
    std::set<std::string> named;
    const std::vector<ProcedurePtr> all = plan::procedures_for(plans.current(), within, clock.now().beijing_day());
    const auto procedure = std::find_if(all.begin(), all.end(), [&](const ProcedurePtr& each) { return each->key == key; });
    if (procedure == all.end()) return named;
    const std::vector<std::string> fields = naming_fields(**procedure, record);
    snapshot.each<cases::CaseFile>(store::Scope::of_account(within), store::Filter().equals("procedure", key), [&](const cases::CaseFile& file) {
      if (counts(file, **procedure)) add_named(file, fields, named);
    });
    return named;
  };
  return {store, plans, facts, asked_for};
}

}  // namespace laoyou::app
