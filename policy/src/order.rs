//! Puts short lists in order.
//!
//! What the standard library brings for long ones is larger than all rules together, and every phone that asks the
//! policy by itself downloads it.

/// Puts a list in the order of its keys, by insertion; equal ones stay as they stand.
pub(crate) fn put_in_order<T, K: Ord>(list: &mut [T], key: impl Fn(&T) -> K) {
    for end in 1..list.len() {
        let mut place = end;
        while place > 0 && key(&list[place - 1]) > key(&list[place]) {
            list.swap(place - 1, place);
            place -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::put_in_order;

    #[test]
    fn equal_ones_stay_as_they_stand() {
        let mut list = [(3, 'a'), (1, 'b'), (2, 'c'), (1, 'd'), (3, 'e')];
        put_in_order(&mut list, |(number, _)| *number);
        assert_eq!(list, [(1, 'b'), (1, 'd'), (2, 'c'), (3, 'a'), (3, 'e')]);
        put_in_order(&mut [0; 0], |number: &i32| *number);
    }
}
