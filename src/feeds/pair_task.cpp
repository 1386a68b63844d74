#include "feeds/pair_task.h"

#include <boost/json.hpp>
#include <cmath>

namespace laoyou::feeds {
namespace {

std::string reasons_text(const NearPerson& near) {
  boost::json::array fields;
  for (const FieldWeight& weight : near.fields)
    fields.push_back(boost::json::object{{"field", weight.field}, {"level", weight.level}, {"bits", std::round(weight.bits * 10) / 10}});
  return boost::json::serialize(boost::json::object{{"against", near.against}, {"fields", std::move(fields)}});
}

bool stands(const store::Snapshot& snapshot, std::int64_t resident, std::int64_t other) {
  const store::Filter pair = store::Filter().equals("kind", PersonTaskKind::same_person).equals("resident", store::Cell(resident)).equals("other", store::Cell(other));
  return snapshot.count<PersonTask>(store::Scope::country(), pair) > 0;
}

}  // namespace

PersonTask pair_task(std::int64_t resident, const NearPerson& near) {
  PersonTask task;
  task.kind = PersonTaskKind::same_person;
  task.resident = resident;
  task.certainty = static_cast<std::int32_t>(std::lround(near.probability * 1000));
  task.reasons = reasons_text(near);
  return task;
}

bool was_asked(const store::Snapshot& snapshot, std::int64_t one, std::int64_t other) { return stands(snapshot, one, other) || stands(snapshot, other, one); }

}  // namespace laoyou::feeds
