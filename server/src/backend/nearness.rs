//! How near districts are to a place: over the ground, to each district's centre. Places themselves tell no more of where
//! they are than their district.

use app::backend::Near;

use crate::db::place::District;

const EARTH_RADIUS_KM: f64 = 6371.0;

/// Districts with their distance in kilometres, the nearest first; equal distances by code, unknown centres left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Nearness(Vec<(String, f64)>);

impl Nearness {
    /// Returns how near the districts are to a place; nothing where it is a district whose centre is unknown.
    pub(super) fn to(near: &Near, districts: &[District]) -> Self {
        let from = match near {
            Near::Position {
                latitude,
                longitude,
            } => Some((*latitude, *longitude)),
            Near::District(code) => districts
                .iter()
                .find(|district| district.code == *code)
                .and_then(District::centre),
        };
        let Some(from) = from else {
            return Self::default();
        };
        let mut nearest: Vec<_> = districts
            .iter()
            .filter_map(|district| {
                let distance = kilometres(from, district.centre()?);
                Some((district.code.clone(), distance))
            })
            .collect();
        nearest.sort_by(|(code, distance), (other, further)| {
            distance.total_cmp(further).then_with(|| code.cmp(other))
        });
        Self(nearest)
    }

    /// Returns the districts' codes, the nearest first.
    pub(super) fn codes(&self) -> Vec<String> {
        self.0.iter().map(|(code, _)| code.clone()).collect()
    }

    /// Returns the distance to the nearest of some districts.
    pub(super) fn kilometres(&self, districts: &[String]) -> Option<f64> {
        let nearest = self.0.iter().find(|(code, _)| districts.contains(code));
        nearest.map(|(_, distance)| *distance)
    }
}

/// Returns the distance over the ground between two points in degrees of latitude and longitude.
fn kilometres(from: (f64, f64), to: (f64, f64)) -> f64 {
    let (from_latitude, to_latitude) = (from.0.to_radians(), to.0.to_radians());
    let half = |angle: f64| (angle / 2.0).sin().powi(2);
    let chord = half(to_latitude - from_latitude)
        + from_latitude.cos() * to_latitude.cos() * half((to.1 - from.1).to_radians());
    2.0 * EARTH_RADIUS_KM * chord.clamp(0.0, 1.0).sqrt().asin()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distance_is_that_of_the_map() {
        let zhongshan = (38.9186, 121.6449);
        let lushunkou = (38.8512, 121.2620);
        assert!((kilometres(zhongshan, lushunkou) - 34.0).abs() < 1.0);
        assert!(kilometres(zhongshan, zhongshan) < 1e-9);
    }
}
