// The words in which plans speak of people and the places they go to: how they go, who they are, what a place has for them.
#pragma once

#include "record/enum_leaf.h"

namespace laoyou::registry {

enum class TravelWay { walk, elder, car };
LAOYOU_ENUM(TravelWay, "travel_way", walk, elder, car)

/// People by their age today.
enum class PeopleGroup { everybody, from_60, from_65, from_80, under_three };
LAOYOU_ENUM(PeopleGroup, "people_group", everybody, from_60, from_65, from_80, under_three)

/// What a kind of place has for those who come.
enum class PlaceUnit { beds, slots, none };
LAOYOU_ENUM(PlaceUnit, "place_unit", beds, slots, none)

/// For whom an estate has rooms.
enum class EstateSpace { elderly, childcare };
LAOYOU_ENUM(EstateSpace, "estate_space", elderly, childcare)

}  // namespace laoyou::registry
