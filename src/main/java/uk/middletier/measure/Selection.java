package uk.middletier.measure;

/** Finds a number by its rank without sorting all of them (Hoare 1961, "Algorithm 65: find"). */
final class Selection {
    private Selection() {}

    /**
     * The number that would stand at a place, from 0, were they sorted. Afterwards it stands there, and none before it
     * is greater, none after it smaller.
     */
    static double smallest(double[] numbers, int place) {
        int left = 0;
        int right = numbers.length - 1;
        while (left < right) {
            double pivot = numbers[place];
            int i = left;
            int j = right;
            while (i <= j) {
                while (numbers[i] < pivot) {
                    i++;
                }
                while (pivot < numbers[j]) {
                    j--;
                }
                if (i <= j) {
                    double swapped = numbers[i];
                    numbers[i] = numbers[j];
                    numbers[j] = swapped;
                    i++;
                    j--;
                }
            }
            if (j < place) {
                left = i;
            }
            if (place < i) {
                right = j;
            }
        }
        return numbers[place];
    }
}
