//! The stations a conversation came through: equal neighbours are one.

use crate::limits::STATIONS_TOLD;

/// Its queues, its owners or their teams, by id.
#[derive(Debug, Clone, Default)]
pub struct Path {
    stations: Vec<Station>,
}

#[derive(Debug, Clone, Copy)]
struct Station {
    id: u64,
    /// Came back to whom it was taken over from.
    handed_back: bool,
}

impl Path {
    /// Says whether that is another station than before, and which that was.
    pub fn come(&mut self, id: u64) -> Option<u64> {
        self.add(Station { id, handed_back: false })
    }

    /// The end of a take-over; no ping-pong.
    pub fn hand_back(&mut self, id: u64) {
        self.add(Station { id, handed_back: true });
    }

    fn add(&mut self, station: Station) -> Option<u64> {
        let before = self.stations.last().map(|before| before.id);
        if before != Some(station.id) {
            self.stations.push(station);
        }
        before.filter(|before| *before != station.id)
    }

    /// Chain length: neighbours in the path.
    pub fn hops(&self) -> u32 {
        self.stations.len().saturating_sub(1) as u32
    }

    /// Every A, B, A of three neighbours; A, B, A, B is two.
    pub fn ping_pong(&self) -> u32 {
        let triples = self.stations.windows(3);
        let back =
            triples.filter(|triple| matches!(triple, [a, _, b] if a.id == b.id && !b.handed_back));
        back.count() as u32
    }

    /// Stations where it had been before.
    pub fn loops(&self) -> u32 {
        let mut ids: Vec<_> = self.stations.iter().map(|station| station.id).collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        (all - ids.len()) as u32
    }

    pub fn told(&self) -> String {
        let ids = self.stations.iter().take(STATIONS_TOLD).map(|station| station.id.to_string());
        ids.collect::<Vec<_>>().join(">")
    }
}

#[cfg(test)]
mod tests {
    use super::Path;

    fn path(ids: &[u64]) -> Path {
        let mut path = Path::default();
        for id in ids {
            path.come(*id);
        }
        path
    }

    #[test]
    fn equal_neighbours_are_one_station() {
        let path = path(&[1, 1, 2, 2, 1]);
        assert_eq!((path.told().as_str(), path.hops()), ("1>2>1", 2));
    }

    #[test]
    fn there_and_back_twice_is_two() {
        assert_eq!(path(&[1, 2, 1, 2]).ping_pong(), 2);
        assert_eq!((path(&[1, 2, 3, 1]).ping_pong(), path(&[1, 2, 3, 1]).loops()), (0, 1));
    }

    #[test]
    fn a_take_over_that_is_handed_back_is_no_ping_pong() {
        let mut path = path(&[1, 2]);
        path.hand_back(1);
        assert_eq!((path.ping_pong(), path.hops()), (0, 2));
    }
}
