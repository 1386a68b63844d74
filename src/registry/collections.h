// The registers as people keep them: one declaration each (登记册).
#pragma once

#include <vector>

#include "collection/collection.h"

namespace laoyou::registry {

/// All registers: of people, of places and who works there, of what is done and built.
std::vector<collection::Collection> collections();

void add_people(std::vector<collection::Collection>& all);
void add_places(std::vector<collection::Collection>& all);
void add_services(std::vector<collection::Collection>& all);

}  // namespace laoyou::registry
