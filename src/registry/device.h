// Devices in homes (居家设备).
#pragma once

#include "registry/resident.h"

namespace laoyou::registry {

enum class DeviceKind { call_button, bed_monitor, gas_alarm, smoke_alarm, water_meter, door_sensor, positioning };
LAOYOU_ENUM(DeviceKind, "device_kind", call_button, bed_monitor, gas_alarm, smoke_alarm, water_meter, door_sensor, positioning)

/// A device in a home that calls for help or notices that something is wrong (居家监测设备).
struct Device {
  Id<Device> id;
  std::int32_t version = 0;
  RegionCode region;
  Id<Resident> resident;
  DeviceKind kind = DeviceKind::call_button;
  std::optional<std::string> number;
  std::optional<Date> installed;
  std::optional<Date> removed;
  bool synthetic = false;
};
LAOYOU_RECORD(Device, "device", id, version, region, resident, kind, number, installed, removed, synthetic)

}  // namespace laoyou::registry
