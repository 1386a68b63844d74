#include "registry/collections.h"

namespace laoyou::registry {

std::vector<collection::Collection> collections() {
  std::vector<collection::Collection> all;
  add_people(all);
  add_places(all);
  add_services(all);
  return all;
}

}  // namespace laoyou::registry
