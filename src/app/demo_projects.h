// Made-up progress of a plan's own projects, so that the page of projects shows all stages. Marked synthetic like every record of the demonstration.
#pragma once

#include "app/demo_places.h"
#include "plan/stack/plan.h"
#include "registry/construction_step.h"

namespace laoyou::app {

/// A work for four of five projects of the plan: planned, started, finished or in use by how long ago its first year was, with money drawn and
/// beds and slots added accordingly. A project without a place of its own lies in the plan's region.
std::vector<registry::Construction> demo_works(const plan::Plan& plan, DemoChance& chance);

/// Two steps of a work that is under way: its foundation is done, its structure half, one of three behind its day.
std::vector<registry::ConstructionStep> demo_steps(const registry::Construction& work, int year);

}  // namespace laoyou::app
