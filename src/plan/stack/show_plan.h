// A stacked plan as one JSON document: what `laoyou plan show --json` prints.
#pragma once

#include <string>

#include "plan/stack/plan.h"
#include "record/json_write.h"

namespace laoyou::plan {

/// A row is written as its record with the layer it came from.
template <class T>
void write_json(std::string& out, const Row<T>& row, const record::View& view) {
  record::write_json(out, row.value, view);
  out.back() = ',';
  out += "\"layer\":";
  record::write_json_string(out, row.layer);
  out += '}';
}

/// {"plan": …, "layers": […], "indicators": […], "tasks": […], "milestones": […], "projects": […], "policies": […], "standards": […],
/// "figures": […], "units": […], "documents": […], "bodies": […], "posts": […], "services": […],
/// "vocabulary": […], "targets": […], "subsidies": […], "clauses": […], "regions": […], "cartogram": […], "instruments": […]}
std::string plan_json(const Plan& plan);

}  // namespace laoyou::plan
