// What the routes of all registers answer, as the API document says it.
#pragma once

#include <boost/json/object.hpp>

namespace laoyou::collection {

/// The names of what rows refer to: by record, by id.
boost::json::object names_schema();

/// The history of one record (变更记录): what was done to it, and what fields that follow other records held from day to day. The parts are put among the
/// components.
boost::json::object history_schema(boost::json::object& components);

/// A masked field in full: its value as the record's own schema has it, or null.
boost::json::object revealed_schema(boost::json::object& components);

/// An object with nothing in it: done.
boost::json::object empty_schema(boost::json::object& components);

}  // namespace laoyou::collection
