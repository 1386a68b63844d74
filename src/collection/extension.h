// Gives registers the fields that plans add to them.
#pragma once

#include "collection/collection.h"
#include "record/extension.h"
#include "store/table.h"

namespace laoyou::collection {

/// One field for each further column that the register's table has, in their order; one that no plan names any more is withheld.
void extend(std::vector<Collection>& collections, const store::Catalog& catalog, const std::vector<record::Extension>& extensions);

}  // namespace laoyou::collection
